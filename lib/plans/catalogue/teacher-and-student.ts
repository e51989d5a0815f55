import type { Strategy } from "@/lib/plans/strategy";

/** What passes between a teacher and each student. */
export const TEACHER_AND_STUDENT: readonly Strategy[] = [
  {
    id: "greet-at-the-door",
    title: "Greet everybody at the door",
    summary:
      "Stand at the door, greet each student by name, and start with a task that is ready for them.",
    constructs: ["teacher-care", "acceptance", "engagement"],
    grades: { from: 0, to: 12 },
    steps: [
      "Learn to say every name as its owner says it; ask, and write down how it sounds.",
      "Be at the door when the first students come, and greet each by name, with a word or a gesture they choose.",
      "Have a first task on the board or the desk, so that whoever is in can begin without waiting.",
      "Take aside, warmly and for half a minute, anybody for whom the last lesson ended badly: today is new.",
      "Notice aloud, in the first minutes, something that goes well.",
    ],
    minutesAWeek: { from: 15, to: 30 },
    evidence: {
      strength: "one-trial",
      words:
        "One small randomized trial in ten middle-school classes found more attention and less disruption after two months.",
      studies: [
        {
          authors: "Cook, Fiat, Larson, Daikos, Slemrod, Holland, Thayer & Renshaw",
          year: 2018,
          title:
            "Positive Greetings at the Door: Evaluation of a Low-Cost, High-Yield Proactive Classroom Management Strategy",
          journal: "Journal of Positive Behavior Interventions",
          found:
            "Classes whose teachers were drawn to greet were observed to be more attentive and less disruptive than the others.",
        },
      ],
      limits:
        "Attention and disruption were observed; belonging was not measured. The classes were chosen because they were restless, and few teachers took part.",
    },
    caution:
      "A greeting does not mend what happens in the lesson. Let students choose how they are greeted: some do not want to be touched.",
  },
  {
    id: "establish-maintain-restore",
    title: "Establish, maintain, restore",
    summary:
      "Go through the class list, see with whom the relationship is still to be made, kept or mended, and do one thing for each.",
    constructs: ["teacher-care", "repair", "stability-care"],
    grades: { from: 4, to: 12 },
    steps: [
      "Go through the class list alone and ask of each student: do we know each other, is it going well, or is something broken?",
      "To establish: plan two or three minutes this week with each student you know least, about something that is not school work.",
      "To maintain: aim at several friendly words for every correction, and count for one lesson how it is.",
      "To restore: after a conflict, seek the student out, say your part in it, listen, and agree on how to begin again.",
      "Look at the list again after two weeks and move the names.",
    ],
    minutesAWeek: { from: 30, to: 60 },
    evidence: {
      strength: "several-trials",
      words:
        "Several small randomized trials, by one group of researchers, in elementary, middle and high school.",
      studies: [
        {
          authors: "Cook, Coco, Zhang, Fiat, Duong, Renshaw, Long & Frank",
          year: 2018,
          title:
            "Cultivating Positive Teacher–Student Relationships: Preliminary Evaluation of the Establish–Maintain–Restore (EMR) Method",
          journal: "School Psychology Review",
          found:
            "Teachers drawn to be trained reported better relationships, and observers saw more attention and less disruption.",
        },
        {
          authors: "Duong, Pullmann, Buntain-Ricklefs, Lee, Benjamin, Nguyen & Cook",
          year: 2019,
          title:
            "Brief Teacher Training Improves Student Behavior and Student–Teacher Relationships in Middle School",
          journal: "School Psychology",
          found:
            "A short training in middle school was followed by better relationships and behavior than in the classes without it.",
        },
        {
          authors: "Duong, Gaias, Brown, Kiche, Nguyen, Corbin, Chandler, Buntain-Ricklefs & Cook",
          year: 2022,
          title:
            "A Cluster Randomized Pilot Trial of the Equity-Explicit Establish-Maintain-Restore Program among High School Teachers and Students",
          journal: "School Mental Health",
          found:
            "A pilot in high school, made to learn whether it can be done there; too small to settle what it does.",
        },
      ],
      limits:
        "Most outcomes were reported by the trained teachers or observed in lessons; what students felt was measured less. Nothing is known for the youngest.",
    },
    caution:
      "The list is for you alone: keep it off shared drives. Whether a student feels known cannot be read from a pulse, and no student should be asked how they answered.",
  },
  {
    id: "relational-minutes",
    title: "Two minutes a day, kept up",
    summary:
      "Keep the friendly contact with students going after the first weeks, when it usually thins out.",
    constructs: ["stability-care", "teacher-care"],
    grades: { from: 0, to: 12 },
    steps: [
      "Choose a fixed time of day for it, such as the first minutes of group work.",
      "Each day speak with two students for about a minute each, about something of theirs; go down the class list in order.",
      "Note only the date beside the name, so that nobody is left out by habit.",
      "Come back, the next time, to what they told you.",
      "Begin again from the top when the list is through.",
    ],
    minutesAWeek: { from: 10, to: 20 },
    evidence: {
      strength: "observational",
      words:
        "Across many studies, students in warmer relationships with teachers are more engaged; the routine itself has not been tried at random.",
      studies: [
        {
          authors: "Roorda, Koomen, Spilt & Oort",
          year: 2011,
          title:
            "The Influence of Affective Teacher–Student Relationships on Students’ School Engagement and Achievement: A Meta-Analytic Approach",
          journal: "Review of Educational Research",
          found:
            "Over 99 studies, warm relationships went with more engagement and, more weakly, with higher achievement.",
        },
        {
          authors: "Allen, Kern, Vella-Brodrick, Hattie & Waters",
          year: 2018,
          title: "What Schools Need to Know About Fostering School Belonging: A Meta-Analysis",
          journal: "Educational Psychology Review",
          found:
            "Of ten things that were compared, support from teachers was among those that went most closely with belonging.",
        },
      ],
      limits:
        "That warmth and engagement go together does not say which brings the other. How many minutes are needed is not known.",
    },
    caution:
      "Keep it light: it is no interview. What a student tells you of harm goes to the person your school names for it, whatever the plan.",
  },
  {
    id: "common-ground",
    title: "Find common ground",
    summary:
      "Teacher and students each say a few things about themselves, and learn what they have in common.",
    constructs: ["teacher-care", "acceptance"],
    grades: { from: 6, to: 12 },
    steps: [
      "Write ten short questions about likes and habits that anybody can answer and nobody minds answering.",
      "Answer them yourself and let students answer on paper; whoever does not want to, leaves it.",
      "Pick for each student two or three things that you share, and tell them.",
      "Use one of them in a talk, an example or a task during the next two weeks.",
    ],
    minutesAWeek: { from: 20, to: 45 },
    evidence: {
      strength: "one-trial",
      words:
        "One randomized trial with ninth-graders and their teachers; the relationship improved more surely in the teachers’ eyes than in the students’.",
      studies: [
        {
          authors: "Gehlbach, Brinkworth, King, Hsu, McIntyre & Rogers",
          year: 2016,
          title:
            "Creating Birds of Similar Feathers: Leveraging Similarity to Improve Teacher–Student Relationships and Academic Achievement",
          journal: "Journal of Educational Psychology",
          found:
            "When teachers learned what they had in common with a student, they saw the relationship as better than without it.",
        },
      ],
      limits:
        "It is one ninth grade in one school. Effects on grades were found for some students and need to be found again.",
    },
    caution:
      "Ask nothing about family, faith, health or money. Answers of students stay between them and you: they are no part of Hearth.",
  },
];
