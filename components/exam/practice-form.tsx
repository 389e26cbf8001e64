"use client";

import { type ReactNode, useState } from "react";
import type { StartChoices } from "#components/exam/start-forms";
import { TagPicker } from "#components/exam/tag-picker";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { countMatching } from "#lib/attempts/count-matching";

/** A set of one's own: which questions, how many, in which order, with the answers when, in how much time. */
export function PracticeForm({ choices }: { choices: StartChoices }) {
  const { exam, domains, tags, pool, available } = choices;
  const [chosenDomains, setDomains] = useState<readonly string[]>([]);
  const [chosenTags, setTags] = useState<readonly string[]>([]);
  const matching = countMatching(
    pool,
    domains.flatMap(([id], i) => (chosenDomains.includes(id) ? [i] : [])),
    tags.flatMap((tag, i) => (chosenTags.includes(tag) ? [i] : [])),
  );
  return (
    <form
      action={startAttemptAction}
      className="col-span-full grid gap-3 rounded-xl border border-line bg-sheet p-5 text-sm"
    >
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="mode" value="drill" />
      <h2 className="text-lg font-semibold">Custom practice</h2>
      <p className="text-muted">Ten questions from all topics, or a set of your own.</p>
      <details className="group">
        <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent">
          Choose topics, length and timing
        </summary>
        <div className="grid gap-4 pt-2 pb-3">
          <p className="text-muted">Leave everything unticked to include all topics.</p>
          <fieldset>
            <legend className="sr-only">Domains</legend>
            <div className="grid gap-x-5 *:flex *:min-h-11 *:items-center *:gap-2.5 sm:grid-cols-2 [&_input]:size-4.5 [&_input]:shrink-0 [&_input]:accent-accent">
              {domains.map(([id, title], i) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    name="domains"
                    value={id}
                    onChange={({ target }) => setDomains(toggled(chosenDomains, id, target.checked))}
                  />
                  <span>
                    {title} <span className="text-muted tabular-nums">({countMatching(pool, [i], [])})</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          {tags.length === 0 ? null : <TagPicker tags={tags} chosen={chosenTags} onChoose={setTags} />}
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_1.7fr_1fr]">
            <Labelled label="Questions">
              <input
                name="count"
                type="number"
                min={1}
                max={available}
                defaultValue={Math.min(10, available)}
                className={fieldLook}
              />
            </Labelled>
            <Labelled label="Order">
              <select name="order" className={fieldLook}>
                <option value="random">Random</option>
                <option value="in-order">In order</option>
              </select>
            </Labelled>
            <Labelled label="Feedback">
              <select name="reveal" className={fieldLook}>
                <option value="at-once">After each answer</option>
                <option value="at-end">At the end</option>
              </select>
            </Labelled>
            <Labelled label="Minutes">
              <input name="minutes" type="number" min={1} max={10000} placeholder="no limit" className={fieldLook} />
            </Labelled>
          </div>
          <p role="status" className="text-muted tabular-nums">
            {matching} of {available} questions match.
          </p>
        </div>
      </details>
      <StartButton className="justify-self-start">Start practice</StartButton>
    </form>
  );
}

const fieldLook = "min-h-11 w-full min-w-0 rounded-lg border border-edge bg-paper px-2 tabular-nums";

function toggled(all: readonly string[], one: string, isOn: boolean): readonly string[] {
  return isOn ? [...all, one] : all.filter((each) => each !== one);
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is passed in
    <label className="grid gap-1.5">
      {label}
      {children}
    </label>
  );
}
