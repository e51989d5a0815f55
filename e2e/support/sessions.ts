import type { Browser, BrowserContext, Page } from "@playwright/test";

import { acceptInvitation, inviteColleague } from "./office";
import type { Instance } from "./instance";
import { followDemoLink } from "./visits";

export const ROLES = ["administrator", "principal", "teacher"] as const;
export type Role = (typeof ROLES)[number];

/** The school of the demo that the invited principal runs, and a class outside of it. */
export const PRINCIPAL = {
  name: "Maren Solberg",
  email: "maren.solberg@larkfield.example",
  password: "three brass keys on a ring",
  school: "Tamarack Middle School",
  ownClass: "cls-2-08",
  foreignClass: "cls-1-08",
} as const;

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Signed-in browsers of the demo's three roles; each role signs in once. */
export class Sessions {
  readonly #states = new Map<Role, State>();

  constructor(
    readonly instance: Instance,
    readonly browser: Browser,
  ) {}

  /** A page of a new context in which `role` is signed in. Close its context when done. */
  async page(role: Role, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const storageState = await this.state(role);
    const context = await this.browser.newContext({ ...options, storageState });
    return context.newPage();
  }

  /** Cookies of a signed-in browser. */
  async state(role: Role): Promise<State> {
    const known = this.#states.get(role) ?? (await this.#signIn(role));
    this.#states.set(role, known);
    return known;
  }

  async #signIn(role: Role): Promise<State> {
    const { url, links } = this.instance;
    if (links === undefined) throw new Error("this instance has no demonstration");
    const context = await this.browser.newContext();
    const page = await context.newPage();
    if (role === "principal") {
      const office = await this.page("administrator");
      const link = await inviteColleague(office, url, {
        ...PRINCIPAL,
        role: "School administrator",
      });
      await office.context().close();
      await acceptInvitation(page, link, PRINCIPAL);
    } else {
      await followDemoLink(page, links[role]);
    }
    const state = await context.storageState();
    await context.close();
    return state;
  }
}
