import { describe, expect, it } from "vitest";
import { composeAsked, composeDigest, composeTest } from "./compose";
import { type DigestFacts, isEmptyDigest } from "./facts";

const reader = { name: "Kim Elm", district: "Larkfield", url: "https://pulse.example.org" };
const stop = "https://pulse.example.org/mail/stop/token";
const zone = { timeZone: "America/Chicago" };
const EMPTY: DigestFacts = {
  flags: { fresh: 0, waiting: 0 },
  opening: [],
  open: [],
  sealed: [],
  attendanceDays: null,
  requests: null,
};
const FULL: DigestFacts = {
  flags: { fresh: 2, waiting: 1 },
  opening: [
    { title: "Autumn", path: "/waves/1", opensAt: new Date("2026-11-30T15:15:00Z"), ...zone },
  ],
  open: [
    {
      ...{ title: "Homerooms", path: "/waves/2", closesAt: new Date("2026-12-01T21:00:00Z") },
      ...{ collectedFloor: 45, seats: 60, ...zone },
    },
  ],
  sealed: [{ title: "First pulse", path: "/waves/3", ...zone }],
  attendanceDays: 12,
  requests: 1,
};

describe("the week's mail", () => {
  it("says what waits, with a link for each", () => {
    const { subject, text } = composeDigest(reader, FULL, stop);
    expect(subject).toBe("Your week in Hearth: Larkfield");
    for (const words of [
      "- 1 request waits for you.\n  https://pulse.example.org/asked-for",
      "- 2 new flags since last week.\n  https://pulse.example.org/flags",
      "- 1 flag waits for somebody to look at the reason.",
      "- Autumn opens Monday, November 30, at 9:15 AM CST.",
      "- Homerooms closes Tuesday, December 1, at 3:00 PM CST. Collected so far: at least 45 of 60 seats.",
      "- First pulse\n  https://pulse.example.org/waves/3",
      "- Attendance was last imported 12 days ago.",
      `Stop this weekly mail\n${stop}`,
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says the same in both alternatives, and holds no percentage", () => {
    const { text, html } = composeDigest(reader, FULL, stop);
    const words = html
      .replace(/<(style|title)>.*?<\/\1>|<[^>]+>/gs, " ")
      .replaceAll("&#39;", "'")
      .replace(/\s+/g, " ");
    const lines = text.split("\n").map((line) => line.replace(/^- /, "").trim());
    for (const line of lines.filter((of) => of !== "" && of !== "--" && !of.startsWith("http"))) {
      expect(words.toLowerCase()).toContain(line.toLowerCase());
    }
    expect(words).not.toMatch(/\d\s*%/);
  });

  it("leaves out what there is not, and is empty where there is nothing", () => {
    expect(isEmptyDigest(EMPTY)).toBe(true);
    expect(isEmptyDigest({ ...EMPTY, requests: 0 })).toBe(true);
    for (const key of [
      "flags",
      "opening",
      "open",
      "sealed",
      "attendanceDays",
      "requests",
    ] as const) {
      const facts = { ...EMPTY, [key]: FULL[key] };
      expect(isEmptyDigest(facts), key).toBe(false);
    }
    const { text } = composeDigest(reader, { ...EMPTY, requests: 3 }, stop);
    expect(text).toContain("3 requests wait for you.");
    expect(text).not.toMatch(/FLAGS|PULSES|ATTENDANCE/);
  });
});

describe("names that are no names", () => {
  const nasty = "<b>\"A\" & 'B'</b>\r\nBcc: all@example.org\u2028\u202e";

  it("stay words in the page, and one line in subject and text", () => {
    const facts = { ...FULL, sealed: [{ title: nasty, path: "/waves/3", ...zone }] };
    const { subject, html, text } = composeDigest(
      { ...reader, district: nasty, name: nasty },
      facts,
      stop,
    );
    const line = "<b>\"A\" & 'B'</b> Bcc: all@example.org";
    expect(subject).toBe(`Your week in Hearth: ${line}`);
    expect(text).toContain(`- ${line}\n`);
    expect(text).not.toMatch(/^Bcc:/m);
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt; Bcc");
  });
});

describe("mails of their own", () => {
  it("say how many requests wait, and not that a student or a flag is meant where it can be overread", () => {
    const { subject, text } = composeAsked(reader, 2);
    expect(subject).not.toMatch(/student|request|adult|flag/i);
    expect(text).toContain("- 2 requests wait for you.\n  https://pulse.example.org/asked-for");
    expect(text).not.toContain("Stop this");
  });

  it("say that mail goes out", () => {
    expect(composeTest(reader).text).toContain("mail from Larkfield goes out");
  });
});
