import type { ReactNode } from "react";
import { Button, type ButtonLook } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Choice } from "#components/ui/choice";
import { Field } from "#components/ui/field";
import { FormMessage } from "#components/ui/form-message";
import { ShareBar } from "#components/ui/share-bar";
import { StartButton } from "#components/ui/start-button";

const looks: readonly ButtonLook[] = ["primary", "plain", "quiet", "danger"];

/** Every colour of the design, each with the text that is used on it. */
const colours = [
  ["paper", "bg-paper text-ink"],
  ["sheet", "bg-sheet text-ink"],
  ["ink", "bg-ink text-paper"],
  ["muted", "bg-sheet text-muted"],
  ["line", "border-4 border-line bg-sheet"],
  ["edge", "border-4 border-edge bg-sheet"],
  ["track", "bg-track text-ink"],
  ["accent, on-accent", "bg-accent text-on-accent"],
  ["accent-soft", "bg-accent-soft text-accent"],
  ["good, good-soft", "bg-good-soft text-good"],
  ["bad, bad-soft", "bg-bad-soft text-bad"],
  ["flag, flag-soft", "bg-flag-soft text-flag"],
] as const;

const types = [
  ["Title of a page", "font-serif text-3xl font-semibold tracking-tight"],
  ["Heading of a section", "font-serif text-xl font-semibold"],
  ["Heading of a card", "text-lg font-semibold"],
  ["Stem of a question", "text-lg sm:text-xl"],
  ["Text", ""],
  ["Small, muted", "text-sm text-muted"],
  ["Figures 0123456789", "tabular-nums"],
] as const;

/** A part of the design under its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-6 min-w-0">
      <h3 className="mb-3 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}

/** Colours, type, and everything in components/ui. */
export function UiParts() {
  return (
    <>
      <Part title="Colours">
        <ul className="grid gap-3 sm:grid-cols-3">
          {colours.map(([name, classes]) => (
            <li key={name} className={`rounded-lg p-4 text-sm ${classes}`}>
              {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Type">
        {types.map(([name, classes]) => (
          <p key={name} className={`mt-2 ${classes}`}>
            {name}
          </p>
        ))}
      </Part>
      <Part title="Buttons: primary, plain, quiet, danger; as they are, pressed, not to be used, and as links">
        <form action="/styleguide" className="grid gap-3">
          {looks.map((look) => (
            <div key={look} className="flex flex-wrap gap-3">
              <Button look={look}>Button</Button>
              <Button look={look} aria-pressed="true">
                Pressed
              </Button>
              <Button look={look} disabled>
                Disabled
              </Button>
              <StartButton look={look} slowWords="Still waiting">
                Start button
              </StartButton>
              <ButtonLink href="/styleguide" look={look}>
                Link
              </ButtonLink>
            </div>
          ))}
        </form>
      </Part>
      <Part title="Fields: empty, with a hint, filled, with a problem, not to be used">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Empty" />
          <Field label="With a hint" hint="Others see it beside your comments." />
          <Field label="Filled" defaultValue="Ada" />
          <Field label="With a problem" defaultValue="a@" problems={["This is no address", "It ends too soon"]} />
          <Field label="Disabled" defaultValue="Ada" disabled />
        </div>
      </Part>
      <Part title="Choices and what a form says: refused, done">
        <div className="grid gap-2">
          <div className="flex flex-wrap gap-x-5">
            <Choice type="radio" name="sample" defaultChecked>
              One of several
            </Choice>
            <Choice type="radio" name="sample">
              Another
            </Choice>
            <Choice type="checkbox">Any of several</Choice>
          </div>
          <FormMessage of="refusal">There is no account with this address.</FormMessage>
          <FormMessage of="success">Your name has been changed.</FormMessage>
        </div>
      </Part>
      <Part title="Bars: a share, a range with a mark, a part of a whole, nothing">
        <div className="grid gap-4">
          <ShareBar width={40} />
          <ShareBar from={30} width={25} mark={60} className="h-2 fill-accent" />
          <ShareBar width={20} rest={70} className="h-2 fill-good" />
          <ShareBar width={0} rest={100} className="h-2 fill-muted" />
        </div>
      </Part>
    </>
  );
}
