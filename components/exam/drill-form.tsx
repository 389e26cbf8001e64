import type { ReactNode } from "react";
import type { StartChoices } from "#components/exam/start-forms";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";

/** A set of one's own: which questions, how many, in which order, with the answers when, in how much time. */
export function DrillForm({ choices }: { choices: StartChoices }) {
  const { exam, domains, tags, available } = choices;
  return (
    <form
      action={startAttemptAction}
      className="grid gap-4 rounded-xl border border-line bg-sheet p-5 text-sm col-span-full"
    >
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="mode" value="drill" />
      <p className="text-muted">Custom practice. Leave everything unticked to include all topics.</p>
      <Ticks title="Domains" name="domains" values={domains} />
      {tags.length === 0 ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5">Tags</summary>
          <Ticks title="Tags" name="tags" values={tags.map((tag) => [tag, tag])} />
        </details>
      )}
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
      <StartButton className="justify-self-start">Start practice</StartButton>
    </form>
  );
}

const fieldLook = "min-h-11 w-full min-w-0 rounded-lg border border-edge bg-paper px-2 tabular-nums";

type TicksProps = { title: string; name: string; values: readonly (readonly [string, string])[] };

/** A bank has hundreds of tags: what they look like stands once, above them. */
function Ticks({ title, name, values }: TicksProps) {
  return (
    <fieldset>
      <legend className="sr-only">{title}</legend>
      <div className="flex flex-wrap gap-x-5 *:flex *:min-h-11 *:items-center *:gap-2.5 [&_input]:size-4.5 [&_input]:accent-accent">
        {values.map(([value, label]) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
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
