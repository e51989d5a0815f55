import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { ChangeCard } from "./change-card";
import { NoFigureCard } from "./figure-card";
import { FlagsCard } from "./flags-card";
import { GroupResults } from "./group-results";
import { StrengthsCard } from "./strengths-card";

const html = renderToStaticMarkup;

describe("the blocks of class, school and district pages", () => {
  it("say that they load, once, to a screen reader", () => {
    const page = html(createElement(CardsSkeleton, { label: "Loading the class" }));
    expect(page).toContain('role="status"');
    expect(page.match(/Loading the class/gu)).toHaveLength(1);
  });

  it("say when there will be a result", () => {
    expect(html(createElement(NoFigureCard, { group: "class" }))).toContain(
      "It appears after the class’s first pulse is closed and sealed.",
    );
    const school = html(createElement(GroupResults, { group: "school", pulse: null }));
    expect(school).toContain("How is this school?");
    expect(school).toContain("from the second sealed pulse on");
    expect(school).not.toContain("Theme by theme");
  });

  it("say why no change is shown", () => {
    const change = (pulses: number) => html(createElement(ChangeCard, { change: null, pulses }));
    expect(change(1)).toContain("This was the first pulse.");
    expect(change(2)).toContain("one of the last two results is withheld");
  });

  it("name no strength where nothing can be told apart", () => {
    const card = html(
      createElement(StrengthsCard, { strengths: { ok: false, code: "all-alike" } }),
    );
    expect(card).toContain("overlap");
    expect(card).not.toContain("Strength<");
  });

  it("count the flags that are open, and lead nowhere where none is", () => {
    const flags = (open: number, act: number) => html(createElement(FlagsCard, { open, act }));
    expect(flags(0, 0)).not.toContain('href="/flags"');
    expect(flags(1, 1)).toContain("1 flag is open; 1 of them says act.");
    expect(flags(4, 2)).toContain("4 flags are open; 2 of them say act.");
  });
});
