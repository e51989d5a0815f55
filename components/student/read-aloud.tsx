"use client";

import { Volume2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { buttonClassName } from "@/components/ui/button-style";

interface Aloud {
  readonly lang: string;
  readonly label: string;
  readonly text: string;
  /** For those who cannot read yet: without being asked, too. */
  readonly atOnce: boolean;
}

/**
 * Reads a question aloud: with a person's recording where there is one, else with a voice of the device. Where there is
 * neither, there is no button.
 */
export function ReadAloud({
  recording,
  ...aloud
}: Aloud & {
  /** Address of a recording of these very words, on this server. */
  readonly recording?: string | undefined;
}) {
  const [failed, setFailed] = useState<string | null>(null);
  if (recording === undefined || recording === failed) return <Spoken {...aloud} />;
  return (
    <Recorded
      {...aloud}
      src={recording}
      onFail={() => {
        setFailed(recording);
      }}
    />
  );
}

/** A person's voice. Replaced meanwhile, or of a kind that this browser cannot play: the device reads instead. */
function Recorded({
  label,
  atOnce,
  src,
  onFail,
}: Aloud & { readonly src: string; readonly onFail: () => void }) {
  const audio = useRef<HTMLAudioElement>(null);
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const player = audio.current;
    if (player === null) return;
    // A beginning that waits behind another is not on the screen: it keeps silent.
    if (atOnce && button.current?.offsetParent !== null) play(player);
    return () => {
      player.pause();
    };
  }, [atOnce, src]);
  return (
    <div ref={button}>
      <audio ref={audio} src={src} preload="none" onError={onFail} />
      <ReadButton
        label={label}
        onClick={() => {
          if (audio.current === null) return;
          audio.current.currentTime = 0;
          play(audio.current);
        }}
      />
    </div>
  );
}

/** Browsers refuse sound that nobody has tapped for: then the button is there. */
function play(player: HTMLAudioElement): void {
  player.play().catch(() => undefined);
}

/** Only a voice that is on the device: others send what they read to somebody's server. */
function Spoken({ lang, label, text, atOnce }: Aloud) {
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
      <ReadButton
        label={label}
        onClick={() => {
          speak(text, voice);
        }}
      />
    </div>
  );
}

function ReadButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className={buttonClassName({ size: "lg" })} onClick={onClick}>
      <Volume2 aria-hidden />
      {label}
    </button>
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
