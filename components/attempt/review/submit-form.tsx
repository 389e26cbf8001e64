"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useSession, useView } from "#components/attempt/session";
import { Button } from "#components/ui/button";
import { useWords } from "#words";
import { pressAgain, wasPressed } from "./press-again.ts";

type SubmitFormProps = {
  action: (form: FormData) => Promise<void>;
  attemptId: string;
  button: string;
  section?: number;
  children: ReactNode;
};

const retryMs = 1_000;
/** After this many failures, the page checks whether a reload helps. */
const triesOfOnePage = 5;

/** Submits once the server holds every answer; offline, it waits until the network is back. */
export function SubmitForm({ action, attemptId, button, section, children }: SubmitFormProps) {
  const t = useWords();
  const { sync } = useSession();
  const view = useView(sync);
  const [isWaiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wasPressed(attemptId, section)) form.current?.requestSubmit();
  }, [attemptId, section]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isWaiting) return;
    setWaiting(true);
    const data = new FormData(event.currentTarget);
    for (let tries = 1; ; tries++) {
      if ((await sync.flush()) && (await submitted(data, tries))) return;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  async function submitted(data: FormData, tries: number): Promise<boolean> {
    try {
      await action(data);
      return true;
    } catch (error) {
      if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) return true;
      // The reply was lost, or the release changed. The server is asked for the result; repeating it has no second
      // effect.
      const isUp = await sync.poll();
      const isOldPage = (error as Error).name === "UnrecognizedActionError" || tries % triesOfOnePage === 0;
      if (isUp && !sync.view().over && isOldPage) pressAgain(attemptId, section);
      return isUp && sync.view().over;
    }
  }

  const hasNoWay = isWaiting && (view.saveState === "failed" || view.trouble !== null);
  return (
    <form
      ref={form}
      action={action}
      onSubmit={(event) => void onSubmit(event)}
      className="mt-10 flex flex-wrap items-center gap-4"
    >
      <input type="hidden" name="attempt" value={attemptId} />
      {section === undefined ? null : <input type="hidden" name="section" value={section} />}
      <Button look="primary" aria-disabled={isWaiting}>
        {button}
      </Button>
      <p className="text-sm text-muted">{children}</p>
      <p role="alert" className="w-full text-sm text-bad empty:hidden">
        {hasNoWay ? t("submit.waiting", { count: view.pending }) : ""}
      </p>
    </form>
  );
}
