import { buttonClass } from "#components/ui/button";
import type { ShownOption } from "#lib/exam/presentation";
import type { Words } from "#lib/messages/words";
import { followPointer } from "./drag.ts";
import { sortRows, stepRow } from "./row-order.ts";

/**
 * Makes the rows of an ordering movable: by dragging a grip, or with two buttons. It works on the fields in the page,
 * as their form does, and needs nothing else: without it, each row keeps its list of positions.
 */
export function makeMovable(form: HTMLFormElement, options: readonly ShownOption[], t: Words): void {
  const list = form.querySelector<HTMLElement>(".order:has(select):not([data-movable])");
  if (list === null) return;
  const spoken = document.createElement("p");
  spoken.className = "sr-only";
  spoken.ariaLive = "polite";
  const keep = makeButton(t("question.keepOrder"), () => {
    giveOrder(list);
    list.querySelector("button")?.focus();
  });
  list.after(keep, spoken);

  const show = () => {
    sortRows(list, (row) => Number(placeField(row).value));
    keep.hidden = [...list.children].some((row) => placeField(row).value !== "");
  };
  for (const row of list.children) {
    const id = placeField(row).name.slice("place:".length);
    const letter = options.find((option) => option.id === id)?.letter ?? "";
    const move = (by: -1 | 1) => {
      if (stepRow(row, by)) giveOrder(list);
      const place = [...list.children].indexOf(row) + 1;
      spoken.textContent = t("question.movedTo", { letter, place, count: list.children.length });
    };
    row.prepend(makeRowGrip(list, row));
    row.append(
      makeButton(t("question.moveUp", { letter }), () => move(-1), "↑"),
      makeButton(t("question.moveDown", { letter }), () => move(1), "↓"),
    );
  }
  list.dataset.movable = "";
  list.addEventListener("input", show);
  form.addEventListener("filled", show);
  show();
}

function placeField(row: Element): HTMLSelectElement {
  return row.querySelector("select") as HTMLSelectElement;
}

/** Sets each row's list to the row's current position, as if that had been chosen. */
function giveOrder(list: HTMLElement): void {
  for (const [i, row] of [...list.children].entries()) placeField(row).value = String(i + 1);
  placeField(list).dispatchEvent(new Event("input", { bubbles: true }));
}

/** People who cannot drag have the buttons or the list beside the grip, so it has no accessible name. */
function makeRowGrip(list: HTMLElement, row: Element): HTMLElement {
  const grip = document.createElement("span");
  grip.className = "grip";
  grip.ariaHidden = "true";
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    let isMoved = false;
    row.toggleAttribute("data-dragged", true);
    const onMove = ({ clientY }: PointerEvent) => {
      while (passes(row, clientY) && stepRow(row, passes(row, clientY) as -1 | 1)) isMoved = true;
      row.scrollIntoView({ block: "nearest" });
    };
    followPointer(event.pointerId, onMove, () => {
      row.toggleAttribute("data-dragged", false);
      if (isMoved) giveOrder(list);
    });
  });
  return grip;
}

/** Which way the pointer has passed the middle of the neighbour; 0 while it has not. */
function passes(row: Element, y: number): -1 | 0 | 1 {
  const middle = (neighbour: Element) => {
    const { top, height } = neighbour.getBoundingClientRect();
    return top + height / 2;
  };
  const { previousElementSibling: above, nextElementSibling: below } = row;
  if (above !== null && y < middle(above)) return -1;
  return below !== null && y > middle(below) ? 1 : 0;
}

function makeButton(name: string, onPress: () => void, sign?: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = sign === undefined ? buttonClass() : "move";
  button.textContent = sign ?? name;
  if (sign !== undefined) button.ariaLabel = name;
  button.addEventListener("click", onPress);
  return button;
}
