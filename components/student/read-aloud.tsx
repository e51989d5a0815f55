"use client";

import { Volume2 } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonClassName } from "@/components/ui/button-style";

/**
 * Reads a question aloud with a voice of the device. Only with a voice that is on the device: others send what they read
 * to somebody's server. Where there is none of the language, there is no button.
 */
export function ReadAloud({
  lang,
  label,
  text,
  atOnce,
}: {
  readonly lang: string;
  readonly label: string;
  readonly text: string;
  /** For those who cannot read yet: without being asked, too. */
  readonly atOnce: boolean;
}) {
  const voice = useLocalVoice(lang);
  useEffect(() => {
    if (voice === null || !atOnce) return;
    speak(text, voice);
    return stop;
  }, [voice, atOnce, text]);
  useEffect(() => stop, [text]);
  if (voice === null) return null;
  return (
    <div>
      <button
        type="button"
        className={buttonClassName({ size: "lg" })}
        onClick={() => {
          speak(text, voice);
        }}
      >
        <Volume2 aria-hidden />
        {label}
      </button>
    </div>
  );
}

/** A voice of the language that is on the device; browsers load their list late, or never. */
function useLocalVoice(lang: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    if (!("speechSynthesis" in window)) return;
    const choose = () => {
      setVoice(localVoice(window.speechSynthesis.getVoices(), lang));
    };
    choose();
    window.speechSynthesis.addEventListener("voiceschanged", choose);
    return () => {
      window.speechSynthesis.removeEventListener("voiceschanged", choose);
    };
  }, [lang]);
  return voice;
}

function localVoice(
  voices: readonly SpeechSynthesisVoice[],
  lang: string,
): SpeechSynthesisVoice | null {
  const own = voices.filter(
    (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/u)[0] === lang,
  );
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}

function speak(text: string, voice: SpeechSynthesisVoice): void {
  stop();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  // A little slower than a grown-up talks.
  said.rate = 0.85;
  window.speechSynthesis.speak(said);
}

function stop(): void {
  if ("speechSynthesis" in window) window.speechSynthesis.cancel();
}
