/** A plausible e-mail address: one @, something on both sides, a dot in the domain, no spaces. */
export function isEmail(text: string): boolean {
  return /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]+$/.test(text.trim()) && text.trim().length <= 254;
}

/** A time zone of the IANA database that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}
