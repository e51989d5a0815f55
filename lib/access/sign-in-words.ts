/** What a refused sign-in is called. `code` comes from `authorize`: "locked:4" carries the minutes. */
export function signInWords(code: string | null): string {
  if (code === "wrong-credentials" || code === "CredentialsSignin") {
    return "The e-mail address or the password is not right. Check both and try again.";
  }
  const locked = /^locked:(\d{1,3})$/.exec(code ?? "");
  if (locked !== null) {
    const minutes = Number(locked[1]);
    return `Too many tries with this e-mail address. Wait ${minutes === 1 ? "one minute" : `${minutes} minutes`}, then try again.`;
  }
  return "Signing in did not work: the server did not answer as it should. Try again in a moment.";
}
