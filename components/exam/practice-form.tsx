"use client";

import { type ReactNode, useState } from "react";
import { PracticeChecks } from "#components/exam/practice-checks";
import type { StartChoices } from "#components/exam/start-forms";
import { TagPicker } from "#components/exam/tag-picker";
import { Button } from "#components/ui/button";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { type BoxCounts, type Boxes, boxesOf, countBoxes, countTicked } from "#lib/attempts/count-matching";
import { difficultyLevels, practiceReasons } from "#lib/exam/practice";
import { useWords } from "#words";
import { usePool } from "./use-pool.ts";
/** A custom practice: which questions and why, how many, in which order, when the answers are shown, and how much time. */
export function PracticeForm({ choices }: { choices: StartChoices }) {
  const t = useWords();
  const { exam, marks, domains, tags, available, counted, practice } = choices;
  const boxes = boxesOf(
    domains.map(([id]) => id),
    tags,
  );
  const [chosen, setChosen] = useState<Partial<Boxes>>(practice);
  const { pool, load } = usePool(exam);
  const counts = pool === null ? counted?.boxes : countBoxes(pool, boxes);
  const matching =
    pool !== null ? countTicked(pool, boxes, chosen) : chosen === practice ? counted?.matching : undefined;
  const checks = (group: keyof BoxCounts, labels: readonly string[]) => ({
    name: group,
    initial: practice[group] ?? [],
    checks: boxes[group].map((value, i) => ({
      value,
      label: labels[i] as string,
      count: counts?.[group][i] ?? null,
    })),
    onToggle(value: string, isOn: boolean) {
      load();
      setChosen((before) => ({ ...before, [group]: toggled(before[group] ?? [], value, isOn) }));
    },
  });
  const isChosen = Object.keys(practice).length > 0;
  return (
    <form
      id="practice"
      action={startAttemptAction}
      className="col-span-full grid gap-3 rounded-xl border border-line bg-sheet p-5 text-sm"
    >
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="mode" value="drill" />
      <h2 className="text-lg font-semibold">{t("start.practice")}</h2>
      <p className="text-muted">{t("start.practiceText")}</p>
      <details className="group" open={isChosen} onToggle={load}>
        <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent">{t("start.choose")}</summary>
        <div className="grid gap-4 pt-2 pb-3">
          <p className="text-muted">{t("start.howGroupsWork")}</p>
          <PracticeChecks
            legend={t("start.reasons")}
            {...checks(
              "reasons",
              practiceReasons.map((reason) => t(`start.reason-${reason}`)),
            )}
          />
          <PracticeChecks
            legend={t("start.domains")}
            marks={marks}
            {...checks(
              "domains",
              domains.map(([, title]) => title),
            )}
          />
          <PracticeChecks
            legend={t("start.difficulty")}
            {...checks(
              "levels",
              difficultyLevels.map((level) => t(`start.level-${level}`)),
            )}
          />
          {tags.length === 0 ? null : (
            <TagPicker
              tags={tags}
              marks={marks}
              chosen={chosen.tags ?? []}
              onChoose={(tags) => {
                load();
                setChosen((before) => ({ ...before, tags }));
              }}
            />
          )}
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_1.7fr_1fr]">
            <Labelled label={t("start.count")}>
              <input
                name="count"
                type="number"
                min={1}
                max={available}
                defaultValue={practice.count ?? Math.min(10, available)}
                className={fieldLook}
              />
            </Labelled>
            <Labelled label={t("start.order")}>
              <select name="order" defaultValue={practice.order} className={fieldLook}>
                <option value="random">{t("start.order-random")}</option>
                <option value="in-order">{t("start.order-in-order")}</option>
              </select>
            </Labelled>
            <Labelled label={t("start.feedback")}>
              <select name="reveal" defaultValue={practice.reveal} className={fieldLook}>
                <option value="at-once">{t("start.feedback-at-once")}</option>
                <option value="at-end">{t("start.feedback-at-end")}</option>
              </select>
            </Labelled>
            <Labelled label={t("start.minutes")}>
              <input
                name="minutes"
                type="number"
                min={1}
                max={10000}
                placeholder={t("start.minutesOff")}
                defaultValue={practice.minutes ?? undefined}
                className={fieldLook}
              />
            </Labelled>
          </div>
          <p role="status" className="text-muted tabular-nums">
            {matching === undefined ? null : t("start.matching", { matching, count: available })}
          </p>
          <noscript>
            <Button formMethod="get" formAction={`/exams/${exam}#practice`} look="plain">
              {t("start.countMatching")}
            </Button>
          </noscript>
        </div>
      </details>
      <StartButton className="justify-self-start" slowWords={t("start.waiting")}>
        {t("start.startPractice")}
      </StartButton>
    </form>
  );
}

const fieldLook = "min-h-11 w-full min-w-0 rounded-lg border border-edge bg-paper px-2 tabular-nums";

function toggled(all: readonly string[], one: string, isOn: boolean): readonly string[] {
  return isOn ? [...all, one] : all.filter((each) => each !== one);
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is passed in
    <label className="grid gap-1.5">
      {label}
      {children}
    </label>
  );
}
