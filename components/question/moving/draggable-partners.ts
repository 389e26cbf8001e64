import { followPointer } from "./drag.ts";

/** Lets the cards of a matching be dragged onto its rows. */
export function makeDraggable(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>(".pairs:has(select)");
  const cards = form.querySelector<HTMLElement>(".partners:not([data-draggable])");
  if (list === null || cards === null) return;
  for (const card of cards.children) if (card instanceof HTMLElement) letDrag(card, list);
  cards.dataset.draggable = "";
}

function letDrag(card: HTMLElement, list: HTMLElement): void {
  card.addEventListener("pointerdown", (event) => {
    const isOnGrip = event.target instanceof Element && event.target.closest(".grip") !== null;
    // A finger beside the grip scrolls the page.
    if (event.button !== 0 || (event.pointerType === "touch" && !isOnGrip)) return;
    event.preventDefault();
    drag(card, list, card.dataset.partner ?? "", event);
  });
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
