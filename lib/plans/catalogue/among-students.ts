import type { Strategy } from "@/lib/plans/strategy";

/** What passes among students. */
export const AMONG_STUDENTS: readonly Strategy[] = [
  {
    id: "cooperative-tasks",
    title: "Tasks that need each other",
    summary:
      "Give small mixed groups tasks that can only be solved when everybody brings their part.",
    constructs: ["peer-contact", "inclusion-fairness", "network"],
    grades: { from: 2, to: 12 },
    steps: [
      "Pick one lesson this week and split its content into three or four parts of equal worth.",
      "Make groups of three or four yourself, mixed in friendships and in skill; never let students choose sides.",
      "Give each member one part that the others do not have, and a task that needs all parts.",
      "Check each student by themselves at the end, so that nobody can ride along and nobody is left out.",
      "Give the last three minutes to one question: what did somebody in your group do that helped?",
      "Keep the groups for two or three weeks, then mix anew.",
    ],
    minutesAWeek: { from: 45, to: 120 },
    evidence: {
      strength: "several-trials",
      words:
        "Many experiments, gathered in a meta-analysis, and a later trial in fifteen middle schools drawn at random.",
      studies: [
        {
          authors: "Roseth, Johnson & Johnson",
          year: 2008,
          title:
            "Promoting Early Adolescents’ Achievement and Peer Relationships: The Effects of Cooperative, Competitive, and Individualistic Goal Structures",
          journal: "Psychological Bulletin",
          found:
            "Over 148 studies of early adolescents, cooperative goals went with better peer relationships and higher achievement than competitive or individual ones.",
        },
        {
          authors: "Van Ryzin & Roseth",
          year: 2018,
          title:
            "Cooperative Learning in Middle School: A Means to Improve Peer Relations and Reduce Victimization, Bullying, and Related Outcomes",
          journal: "Journal of Educational Psychology",
          found:
            "In fifteen rural middle schools, relatedness rose for all, and bullying and victimization fell for students at the margin.",
        },
      ],
      limits:
        "The evidence is best for grades 5 to 9, and for teachers who were trained in it. Group work without shared goals and parts is not what was studied.",
    },
    caution:
      "A group with an open conflict in it needs repair first. Do not put a student beside somebody who harms them.",
  },
  {
    id: "seating-plan",
    title: "A seating plan with a purpose",
    summary:
      "Seat students for a few weeks beside classmates whom they do not know well, and change by plan instead of by friendship.",
    constructs: ["peer-contact", "inclusion-fairness"],
    grades: { from: 3, to: 8 },
    steps: [
      "Draw the room and mark who sits alone, at the edge, or always with the same people.",
      "Make a plan that brings students near whom you would like to know each other better; leave apart whoever has harmed another.",
      "Tell the class why and for how long: “for four weeks, so that we get to know more people”.",
      "Give neighbours a short task together each day, such as comparing one answer.",
      "Change after four weeks, by plan again.",
    ],
    minutesAWeek: { from: 10, to: 30 },
    evidence: {
      strength: "mixed-trials",
      words:
        "A field experiment in 27 classes improved liking for those liked least; a later trial found no benefit of new seats for bullied students.",
      studies: [
        {
          authors: "van den Berg, Segers & Cillessen",
          year: 2012,
          title:
            "Changing Peer Perceptions and Victimization through Classroom Arrangements: A Field Experiment",
          journal: "Journal of Abnormal Child Psychology",
          found:
            "In grades 5 and 6, children who were moved closer for some weeks were liked more by those who had liked them least.",
        },
        {
          authors: "Hoekstra, van den Berg, Lansu, Peetz, Mainhard & Cillessen",
          year: 2024,
          title:
            "Can Classroom Seating Arrangements Help Establish a Safe Environment for Victims?",
          journal: "Aggressive Behavior",
          found:
            "Seating bullied children beside their best friend did not make them more comfortable than a plan drawn by lot.",
        },
      ],
      limits:
        "Both were done in Dutch primary schools, with one room for most lessons. Whether it carries to grades 9 to 12 is not known.",
    },
    caution:
      "A seat does not stop bullying. Where you know of it, follow your school’s procedure; the plan comes after.",
  },
  {
    id: "peer-check-in",
    title: "A short check-in to start the week",
    summary:
      "Begin Monday with five minutes in which everybody may say how they come, and is heard.",
    constructs: ["acceptance", "stability-care", "peer-contact"],
    grades: { from: 0, to: 12 },
    steps: [
      "Fix a time that stays: the first five minutes of Monday’s lesson.",
      "Ask one question that can be answered in a word or with a hand sign, such as “what weather are you today?”.",
      "Go round once; passing is always allowed and never commented on.",
      "Thank the class, and come back in private, the same day, to whoever worried you.",
      "Let students bring the question from the third week on.",
    ],
    minutesAWeek: { from: 5, to: 15 },
    evidence: {
      strength: "practice",
      words:
        "Many schools do it and teachers report that it helps. No trial of a weekly check-in by itself is known to us.",
      studies: [],
      limits:
        "Whether it changes belonging at all has not been tested. Programs that contain it contain much else.",
    },
    caution:
      "Nobody must share. It is not anonymous, and so it is no second pulse: never ask in it what the pulse asks.",
  },
  {
    id: "repair-talks",
    title: "Talk it over, then begin again",
    summary:
      "After a conflict, those concerned answer the same four questions in turn and agree on what makes it right.",
    constructs: ["repair", "inclusion-fairness"],
    grades: { from: 3, to: 12 },
    steps: [
      "Agree with the class on the four questions: what happened, what did you think, who was affected, what would make it right?",
      "After a conflict, ask each person alone first whether they want to talk, and with whom present.",
      "Go through the four questions in turn; one speaks, the others listen.",
      "Write down one thing that each will do, and by when.",
      "Ask both again after a week whether it was done.",
    ],
    minutesAWeek: { from: 15, to: 60 },
    evidence: {
      strength: "mixed-trials",
      words:
        "A trial in 13 middle schools found no difference between schools; students who had lived through such talks felt more connected, which a trial of schools cannot separate from other causes.",
      studies: [
        {
          authors: "Acosta, Chinman, Ebener, Malone, Phillips & Wilks",
          year: 2019,
          title:
            "Evaluation of a Whole-School Change Intervention: Findings from a Two-Year Cluster-Randomized Trial of the Restorative Practices Intervention",
          journal: "Journal of Youth and Adolescence",
          found:
            "Schools with the training did not differ from those without; students who reported restorative experiences reported more connectedness.",
        },
        {
          authors: "Okonofua, Paunesku & Walton",
          year: 2016,
          title:
            "Brief Intervention to Encourage Empathic Discipline Cuts Suspension Rates in Half Among Adolescents",
          journal: "Proceedings of the National Academy of Sciences",
          found:
            "Students of teachers who had done a short exercise on discipline with empathy were suspended about half as often.",
        },
      ],
      limits:
        "What was tried were trainings for whole schools, or an exercise for teachers, not four questions in one class. Belonging of whole classes was not shown to rise.",
    },
    caution:
      "Not for bullying, violence or harassment: those who were harmed must not be made to sit with those who harmed them.",
  },
];
