import type { ShownOption } from "#lib/exam/presentation";
import { followPointer, makeGrip } from "./drag.ts";

/**
 * Shows the partners of a matching above its rows, to be dragged onto them. Each row keeps its list of partners, which
 * does the same by keyboard and for screen readers, so the cards are hidden from assistive technology.
 */
export function makeDraggable(form: HTMLFormElement, options: readonly ShownOption[]): void {
  const list = form.querySelector<HTMLElement>(".pairs:has(select)");
  if (list === null || form.querySelector(".partners") !== null) return;
  const cards = document.createElement("ul");
  cards.className = "partners";
  cards.ariaHidden = "true";
  cards.append(...options.map((option) => makeCard(list, option)));
  list.before(cards);
}

function makeCard(list: HTMLElement, { id, letter, html }: ShownOption): HTMLElement {
  const card = document.createElement("li");
  const name = document.createElement("b");
  name.textContent = `${letter}.`;
  const text = document.createElement("div");
  text.className = "prose";
  // The renderer has made it safe, as wherever an option is shown.
  text.innerHTML = html;
  card.append(makeGrip(), name, text);
  card.addEventListener("pointerdown", (event) => {
    const isOnGrip = event.target instanceof Element && event.target.closest(".grip") !== null;
    // A finger beside the grip scrolls the page.
    if (event.button !== 0 || (event.pointerType === "touch" && !isOnGrip)) return;
    event.preventDefault();
    drag(card, list, id, event);
  });
  return card;
}

function drag(card: HTMLElement, list: HTMLElement, id: string, { pointerId, clientX, clientY }: PointerEvent): void {
  let over: Element | null = null;
  const mark = (row: Element | null) => {
    over?.toggleAttribute("data-over", false);
    over = row;
    over?.toggleAttribute("data-over", true);
  };
  card.toggleAttribute("data-dragged", true);
  const onMove = (event: PointerEvent) => {
    card.style.translate = `${event.clientX - clientX}px ${event.clientY - clientY}px`;
    const row = document.elementFromPoint(event.clientX, event.clientY)?.closest("li") ?? null;
    mark(row?.parentElement === list ? row : null);
  };
  followPointer(pointerId, onMove, (isDropped) => {
    const field = over?.querySelector("select");
    card.toggleAttribute("data-dragged", false);
    card.style.translate = "";
    mark(null);
    if (!isDropped || !field) return;
    field.value = id;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
