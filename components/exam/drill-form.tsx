import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { ExamOverview } from "#lib/bank/queries";

type DrillFormProps = { exam: ExamOverview; tags: readonly string[]; available: number };

/** A set of one's own: which questions, how many, in which order, with the answers when, in how much time. */
export function DrillForm({ exam, tags, available }: DrillFormProps) {
  return (
    <form
      action={startAttemptAction}
      className="grid gap-4 rounded-xl border border-line bg-sheet p-5 text-sm sm:col-span-2"
    >
      <input type="hidden" name="exam" value={exam.slug} />
      <input type="hidden" name="mode" value="drill" />
      <p className="text-muted">A drill of your own. Nothing ticked means everything.</p>
      <Ticks title="Domains" name="domains" values={exam.domains.map(({ id, title }) => [id, title])} />
      {tags.length === 0 ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5">Tags</summary>
          <Ticks title="Tags" name="tags" values={tags.map((tag) => [tag, tag])} />
        </details>
      )}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-4">
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
      <Button className="justify-self-start">Start drill</Button>
    </form>
  );
}

const fieldLook = "min-h-11 w-full min-w-0 rounded-lg border border-line bg-paper px-2 tabular-nums";

type TicksProps = { title: string; name: string; values: readonly (readonly [string, string])[] };

function Ticks({ title, name, values }: TicksProps) {
  return (
    <fieldset>
      <legend className="sr-only">{title}</legend>
      <div className="flex flex-wrap gap-x-5">
        {values.map(([value, label]) => (
          <label key={value} className="flex min-h-11 items-center gap-2.5">
            <input type="checkbox" name={name} value={value} className="size-4.5 accent-accent" />
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
