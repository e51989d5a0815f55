import type { Strategy } from "@/lib/plans/strategy";

/** What a class, or the school around it, can set up. */
export const AROUND_THE_CLASS: readonly Strategy[] = [
  {
    id: "mentoring",
    title: "A mentor for those who want one",
    summary:
      "Students who would like one get an adult of the school who meets them every week for at least a term.",
    constructs: ["network", "stability-care", "need-to-belong"],
    grades: { from: 3, to: 12 },
    steps: [
      "Ask adults of the school who could give half an hour every week until the end of the term; count only those who surely can.",
      "Offer it to the whole class, on paper, so that nobody is picked out; let students name an adult they would like.",
      "Match by interests, and tell families what it is and is not.",
      "Fix the weekly time and place, in a room that can be looked into.",
      "Meet with the mentors after three weeks: what goes well, what is hard?",
    ],
    minutesAWeek: { from: 20, to: 40 },
    evidence: {
      strength: "several-trials",
      words:
        "Over 73 evaluations with a comparison group, mentoring helped a little on average, and more where mentors were chosen, trained and supported.",
      studies: [
        {
          authors: "DuBois, Portillo, Rhodes, Silverthorn & Valentine",
          year: 2011,
          title:
            "How Effective Are Mentoring Programs for Youth? A Systematic Assessment of the Evidence",
          journal: "Psychological Science in the Public Interest",
          found:
            "Mentored young people did modestly better than others on attitudes, behavior, relationships and school.",
        },
      ],
      limits:
        "Average effects are small and differ much between programs. What it does to a class’s belonging as a whole has not been measured.",
    },
    caution:
      "A mentor who stops coming can do harm: begin with fewer. Mentors need your school’s rules for being alone with students.",
  },
  {
    id: "check-and-connect",
    title: "Check and connect",
    summary:
      "One adult looks at attendance and marks of a few students every week, and sits down with each of them.",
    constructs: ["engagement", "barriers", "network"],
    grades: { from: 6, to: 12 },
    steps: [
      "With your counselor, name students whose attendance or marks have slipped; the pulse says nothing about any of them.",
      "Agree on one adult for each, who stays for at least a year.",
      "Check once a week: days missed, lateness, marks, referrals.",
      "Connect once a week for ten minutes: share what you saw, ask what is in the way, solve one thing together.",
      "Call home with good news at least once a month.",
    ],
    minutesAWeek: { from: 60, to: 180 },
    evidence: {
      strength: "mixed-trials",
      words:
        "An early trial found more staying on in school; a later one found better marks and fewer referrals, and no effect on attendance.",
      studies: [
        {
          authors: "Sinclair, Christenson, Evelo & Hurley",
          year: 1998,
          title:
            "Dropout Prevention for Youth with Disabilities: Efficacy of a Sustained School Engagement Procedure",
          journal: "Exceptional Children",
          found:
            "Ninth-graders with learning or emotional disabilities who kept their mentor were more often still in school.",
        },
        {
          authors: "Maynard, Kjellstrand & Thompson",
          year: 2014,
          title:
            "Effects of Check and Connect on Attendance, Behavior, and Academics: A Randomized Effectiveness Trial",
          journal: "Research on Social Work Practice",
          found:
            "In 14 middle and high schools marks rose and referrals fell; attendance did not change.",
        },
      ],
      limits:
        "It was tried with students at risk, one by one. It is not known to move the belonging of a class, and belonging was not what it was built for.",
    },
    caution:
      "It is a program for a school and needs hours that somebody must have. Never choose students by guessing how they answered a pulse.",
  },
  {
    id: "belonging-exercise",
    title: "A belonging exercise",
    summary:
      "Students read what older students say about not fitting in at first, and how it passed, and write to those who come next.",
    constructs: ["acceptance", "need-to-belong", "engagement"],
    grades: { from: 6, to: 12 },
    steps: [
      "Collect short, true accounts from older students: worried at first, what helped, how it is now. Ask them before you use any.",
      "Read a few together early in the year or after a change; say that such worries are common and pass for most.",
      "Let each student write, for next year’s class, what they would tell somebody who is new.",
      "Use what they wrote, with their leave and without names, next year.",
    ],
    minutesAWeek: { from: 15, to: 45 },
    evidence: {
      strength: "mixed-trials",
      words:
        "Trials at college and in sixth grade found lasting gains, also in attendance; results of the exercise differ from place to place.",
      studies: [
        {
          authors: "Walton & Cohen",
          year: 2011,
          title:
            "A Brief Social-Belonging Intervention Improves Academic and Health Outcomes of Minority Students",
          journal: "Science",
          found:
            "At one college, an hour’s exercise in the first year was followed by better grades of Black students over three years.",
        },
        {
          authors: "Borman, Rozek, Pyne & Hanselman",
          year: 2019,
          title:
            "Reappraising Academic and Social Adversity Improves Middle School Students’ Academic Achievement, Behavior, and Well-Being",
          journal: "Proceedings of the National Academy of Sciences",
          found:
            "In the sixth grades of a district it was followed by fewer absences, fewer referrals and fewer failing grades.",
        },
        {
          authors: "Walton, Murphy, Logel, Yeager and others",
          year: 2023,
          title:
            "Where and With Whom Does a Brief Social-Belonging Intervention Promote Progress in College?",
          journal: "Science",
          found:
            "At 22 colleges it helped groups of students only where the college gave them real chances to belong.",
        },
      ],
      limits:
        "It was tried when students were new to a school. An account written by adults, or read in the middle of a year, is not what was studied.",
    },
    caution:
      "It tells students that belonging grows. Where they are in fact shut out, that is untrue until something else changes.",
  },
  {
    id: "real-choices",
    title: "Real choices, really used",
    summary:
      "Let the class decide something each week that matters to them, and show what became of it.",
    constructs: ["voice-tasks", "engagement"],
    grades: { from: 2, to: 12 },
    steps: [
      "Name one thing this week on which you will follow the class: the order of topics, one of two tasks, how results are shown.",
      "Offer two or three options that are all good, and let everybody say theirs in writing, so that the loud do not decide.",
      "Do what was chosen, in the same week.",
      "Say at the end of the week what was decided, what came of it, and what you could not do and why.",
    ],
    minutesAWeek: { from: 10, to: 25 },
    evidence: {
      strength: "one-trial",
      words:
        "One trial within classes, with choice of homework; a meta-analysis of experiments, many of them in laboratories, finds that choice lifts motivation.",
      studies: [
        {
          authors: "Patall, Cooper & Wynn",
          year: 2010,
          title: "The Effectiveness and Relative Importance of Choice in the Classroom",
          journal: "Journal of Educational Psychology",
          found:
            "With a choice of homework, high-school students were more motivated and did better in the test of the unit.",
        },
        {
          authors: "Patall, Cooper & Robinson",
          year: 2008,
          title:
            "The Effects of Choice on Intrinsic Motivation and Related Outcomes: A Meta-Analysis of Research Findings",
          journal: "Psychological Bulletin",
          found:
            "Over 41 studies, having a choice raised motivation and effort, most where there were two to four choices.",
        },
      ],
      limits:
        "Motivation and tests were measured, not belonging. A say in matters of the class was not what was tried.",
    },
    caution:
      "A choice that is not followed is worse than none. Offer only what you are ready to do.",
  },
];
