/** How mail goes out. The password is for the mail server alone: no page, log or error shows it. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** implicit: encrypted from the first byte; required: STARTTLS or nothing is sent; off: in the clear. */
  readonly tls: "implicit" | "required" | "off";
  readonly login: { readonly user: string; readonly password: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
}

export const SMTP_URL_HINT =
  "must look like smtp://name:password@mail.example.org:587 (encrypted by STARTTLS) or smtps://name:password@mail.example.org:465";
export const MAIL_FROM_HINT =
  "must be an address, such as hearth@example.org or Hearth <hearth@example.org>";

/**
 * Reads the address of a mail server. `smtp:` insists on STARTTLS, except to this very machine or with `?tls=off`,
 * for a relay that is reached over a network one trusts.
 *
 * @returns null if it cannot be used
 */
export function readSmtpUrl(text: string): Omit<MailSettings, "from"> | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const implicit = url.protocol === "smtps:";
  if ((!implicit && url.protocol !== "smtp:") || url.hostname === "") return null;
  if (url.pathname !== "" && url.pathname !== "/") return null;
  const tls = tlsOf(url, implicit);
  if (tls === null) return null;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === null || password === null || (user === "" && password !== "")) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (implicit ? 465 : 587) : Number(url.port),
    tls,
    login: user === "" ? undefined : { user, password },
  };
}

/** Reads whom mail comes from: an address, or `Name <address>`. Null if it is neither. */
export function readMailFrom(text: string): MailSettings["from"] | null {
  const parts = /^(?:([^<>"\p{Cc}]{1,80}?)\s*<([^<>]+)>|([^<>]+))$/u.exec(text.trim());
  if (parts === null) return null;
  const address = (parts[2] ?? parts[3] ?? "").trim();
  if (!/^[^\s@<>,;"\p{Cc}]{1,64}@[^\s@<>,;"\p{Cc}]{1,255}$/u.test(address)) return null;
  return { name: parts[1]?.trim() ?? "Hearth", address };
}

function tlsOf(url: URL, implicit: boolean): MailSettings["tls"] | null {
  const asked = url.searchParams.get("tls");
  if (asked !== null && asked !== "off" && asked !== "required") return null;
  if (implicit) return asked === "off" ? null : "implicit";
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return asked ?? (here ? "off" : "required");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
