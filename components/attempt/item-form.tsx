"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import type { ItemFormState } from "#lib/attempts/actions";
import type { QuestionKind } from "#lib/exam/question";
import { readAnswer } from "#lib/exam/read-answer";
import { notReadySentence } from "../question/not-ready-sentence.ts";
import { openOutbox } from "./outbox.ts";
import { type SaveState, type Sync, startSync } from "./sync.ts";

type ItemFormProps = {
  action: (state: ItemFormState, form: FormData) => Promise<ItemFormState>;
  select: number | null;
  attemptId: string;
  position: number;
  kind: QuestionKind;
  count: number;
  versions: Readonly<Partial<Record<string, number>>>;
  elapsedMs: number;
  isOpen: boolean;
  serverNow: string;
  aside: ReactNode;
  status: ReactNode;
  after: ReactNode;
  children: ReactNode;
};

const saveWords: Readonly<Record<SaveState, string>> = {
  saved: "Saved",
  saving: "Saving…",
  failed: "Not saved: will retry",
};

/** The highest versions this page has given out: what the server last told may be older. */
const used = new Map<string, number>();

/**
 * The form of an item. Without script it posts to the server; with script each choice is kept on the device at once
 * and sent in the background, and only the buttons that need the server's word post the form.
 */
export function ItemForm(props: ItemFormProps) {
  const { action, attemptId, position, kind, count, isOpen, aside, status, after, children } = props;
  const [state, post] = useActionState(action, { problem: null });
  const form = useRef<HTMLFormElement>(null);
  const [saveState, setSaveState] = useState<SaveState>("saved");
  const recorder = useRecorder(props, setSaveState);
  const router = useRouter();
  const isPassing = useRef(false);

  function onChange() {
    if (isOpen && form.current) void recorder.record("answer", readAnswer(kind, new FormData(form.current)));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (isPassing.current) {
      isPassing.current = false;
      return;
    }
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const [intent = "", argument = ""] = (button?.value ?? "").split(":");
    const target = destination(intent, argument, position, count);
    if (target !== null) {
      event.preventDefault();
      router.push(`/attempts/${attemptId}/${target}`);
    } else if (intent === "flag" || intent === "rule-out") {
      event.preventDefault();
      void recorder.record(intent, toggle(intent, button as HTMLButtonElement, form.current as HTMLFormElement));
    } else {
      event.preventDefault();
      void recorder.flush().then(() => {
        isPassing.current = true;
        form.current?.requestSubmit(button);
      });
    }
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <div>
        <form ref={form} action={post} onChange={onChange} onSubmit={onSubmit} id="item">
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="position" value={position} />
          {children}
          <p role="alert" className="mt-3 text-sm text-bad empty:hidden">
            {state.problem === null || !isOpen ? "" : notReadySentence(state.problem, props.select)}
          </p>
        </form>
        {after}
      </div>
      <aside className="order-first lg:order-none">
        <div className="sticky top-4 grid gap-4">
          <div className="flex items-center justify-between gap-3 text-sm">
            {status}
            <p role="status" className={saveState === "failed" ? "font-medium text-bad" : "text-muted"}>
              {saveWords[saveState]}
            </p>
          </div>
          <details className="text-sm lg:open:block">
            <summary className="cursor-pointer py-2 text-muted">Question map</summary>
            <div className="mt-2 max-h-80 overflow-y-auto p-1">{aside}</div>
          </details>
        </div>
      </aside>
    </div>
  );
}

function useRecorder(
  { attemptId, position, versions, elapsedMs, serverNow }: ItemFormProps,
  tell: (state: SaveState) => void,
) {
  const sync = useRef<Promise<Sync>>(null);
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
    const started = openOutbox(attemptId).then((outbox) => startSync(attemptId, outbox, tell));
    sync.current = started;
    void started.then((running) => running.flush());
    const retry = () => void started.then((running) => running.flush());
    addEventListener("online", retry);
    return () => {
      removeEventListener("online", retry);
      void started.then((running) => running.stop());
    };
  }, [attemptId, tell]);

  return {
    async record(field: string, value: unknown) {
      tell("saving");
      const sinceShown = performance.now() - shownAt.current;
      const key = `${attemptId}/${position}/${field}`;
      const version = Math.max(versions[field] ?? 0, used.get(key) ?? 0) + 1;
      used.set(key, version);
      const madeAt = new Date(Date.parse(serverNow) + sinceShown).toISOString();
      const entry = { position, field, value, version, madeAt, elapsedMs: Math.round(elapsedMs + sinceShown) };
      await (await sync.current)?.record(entry);
    },
    async flush() {
      return (await (await sync.current)?.flush()) ?? false;
    },
  };
}

/** The address within the attempt that a button leads to, or null when it does something else. */
function destination(intent: string, argument: string, position: number, count: number): string | null {
  if (intent === "go") return argument;
  if (intent === "next") return position < count ? String(position + 1) : "review";
  if (intent === "previous") return String(Math.max(1, position - 1));
  return intent === "finish" ? "review" : null;
}

/** Presses or releases a flag or rule-out button and returns the field's new value. */
function toggle(intent: string, button: HTMLButtonElement, form: HTMLFormElement): boolean | string[] {
  const isOn = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(isOn));
  if (intent === "flag") return isOn;
  button.closest("[data-option]")?.toggleAttribute("data-ruled-out", isOn);
  return [...form.querySelectorAll<HTMLElement>("[data-option][data-ruled-out]")].map(
    (row) => row.dataset.option ?? "",
  );
}
