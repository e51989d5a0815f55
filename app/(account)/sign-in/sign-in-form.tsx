"use client";

import { signIn } from "next-auth/react";
import { type SubmitEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signInWords } from "@/lib/access/sign-in-words";

/** E-mail and password of a demonstration link; they stand after the "#", which no browser sends. */
function fromFragment(): { email: string; password: string } | null {
  const fragment = new URLSearchParams(window.location.hash.slice(1));
  const email = fragment.get("email");
  const password = fragment.get("password");
  return email === null || password === null ? null : { email, password };
}

export function SignInForm({
  returnTo,
  signedIn,
  ended,
  demonstration,
}: {
  readonly returnTo: string | null;
  readonly signedIn: { readonly name: string; readonly home: string } | null;
  readonly ended: boolean;
  /** Only a demonstration's links may fill in the form: elsewhere a password in a link is ignored. */
  readonly demonstration: boolean;
}) {
  const form = useRef<HTMLFormElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  // False in the server's page: a press before the script is there would lead nowhere.
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [filledIn, setFilledIn] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const home = signedIn?.home ?? null;

  useEffect(() => {
    function fillIn() {
      const found = fromFragment();
      if (found === null || form.current === null) return false;
      // Neither the address bar nor the history keeps it.
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
      if (!demonstration) return false;
      setField(form.current, "email", found.email);
      setField(form.current, "password", found.password);
      setFilledIn(true);
      return true;
    }
    function onHashChange() {
      fillIn();
    }
    const demo = fillIn();
    if (!demo && home !== null && form.current?.dataset.filled === undefined) {
      window.location.replace(returnTo ?? home);
    }
    if (demo && form.current !== null) form.current.dataset.filled = "";
    window.addEventListener("hashchange", onHashChange);
    return () => {
      window.removeEventListener("hashchange", onHashChange);
    };
  }, [demonstration, home, returnTo]);

  useEffect(() => {
    if (refusal !== null) answer.current?.focus();
  }, [refusal]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    setRefusal(null);
    const outcome = await signIn("credentials", {
      email: data.get("email"),
      password: data.get("password"),
      redirect: false,
    }).catch(() => undefined);
    if (outcome?.ok === true) {
      // The home of a role is known to the server: the front page of staff sends on to it.
      window.location.assign(returnTo ?? "/home");
      return;
    }
    setRefusal(signInWords(outcome?.error ?? null));
    setPending(false);
  }

  return (
    <form
      ref={form}
      // Should the script not have loaded, the browser must never put a password into an address.
      method="post"
      onSubmit={submit}
      className="grid gap-5"
      aria-busy={pending}
    >
      {refusal !== null ? (
        <FormMessage ref={answer} tone="error">
          {refusal}
        </FormMessage>
      ) : null}
      {filledIn && refusal === null ? (
        <div role="status">
          <Notice title="Demonstration account filled in: press Sign in.">
            {signedIn === null ? null : `You are signed in as ${signedIn.name}; this switches.`}
          </Notice>
        </div>
      ) : null}
      {ended && !filledIn && refusal === null ? (
        <Notice title="Your session has ended. Sign in again to go on." />
      ) : null}
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="username"
        autoCapitalize="none"
        maxLength={254}
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
      <Button type="submit" variant="primary" wide loading={pending} disabled={!ready}>
        {pending ? "Signing in…" : "Sign in"}
      </Button>
      {signedIn === null ? (
        <p className="text-sm text-ink-soft">
          Lost your password? Ask an administrator of your school or district for a new password
          link. No account yet? Ask them for an invitation.
        </p>
      ) : (
        <LinkButton href={returnTo ?? signedIn.home} variant="quiet">
          Go on as {signedIn.name}
        </LinkButton>
      )}
    </form>
  );
}

const never = () => () => undefined;

function setField(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
