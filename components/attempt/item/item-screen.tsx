"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { ItemPage } from "#components/attempt/item/item-page";
import { useSession, useView } from "#components/attempt/session";
import { itemTitle } from "#lib/attempts/item-title";
import type { ItemMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";
import { useWords } from "#words";

/** The data that an item's page was rendered with. */
export interface ScreenProps {
  readonly attemptId: string;
  /** Of the whole exam, and of its open section. */
  readonly title: ReactNode;
  readonly isStudy: boolean;
  readonly position: number;
  readonly question: ShownQuestion;
  readonly marks: ItemMarks;
  readonly secret: ShownSecret | null;
  /** Checked, but part of an exam that the learner is taking. */
  readonly isWithheld: boolean;
  readonly hasNewKey: boolean;
  readonly questionPath: string;
  /** How many items the attempt has. */
  readonly count: number;
  readonly section: {
    readonly index: number;
    readonly from: number;
    readonly to: number;
  } | null;
  readonly clockLine: string;
  /** Why an answer that was posted without script could not be checked; null when none was. */
  readonly problem: string | null;
  readonly children: ReactNode;
}

/** The item that the address names: the one rendered or, in an exam in progress, any that has been downloaded since. */
export function ItemScreen(props: ScreenProps) {
  const t = useWords();
  const { sync, items } = useSession();
  useView(sync);
  const pathname = usePathname();
  const named = Number(pathname.split("/").at(-1));
  const brought = named === props.position ? undefined : items.get(named);
  const [position, question] = brought === undefined ? [props.position, props.question] : [named, brought];
  const isRendered = position === props.position;
  const section = props.section?.index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each section, whose questions come when it opens
  useEffect(() => items.more(), [items, section]);
  // A downloaded item has no page of its own that would have shown it.
  useEffect(() => {
    document.title = `${itemTitle(t, position, question)} · Mockdown`;
  }, [position, question, t]);
  return (
    <ItemPage
      key={position}
      {...props}
      position={position}
      question={question}
      rendered={isRendered ? props.marks : undefined}
      problem={isRendered ? props.problem : null}
    />
  );
}
