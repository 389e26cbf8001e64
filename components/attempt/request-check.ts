import type { ItemView } from "#lib/attempts/read/attempt";
import { request } from "./send.ts";

export type Revealed = Pick<ItemView, "secret" | "isWithheld">;

type Checked =
  | ({ readonly state: "checked"; readonly reason?: undefined } & Revealed)
  | { readonly state: "not-ready"; readonly reason: string };

/** A reply that was lost on the way is asked for again: the server checks an answer once. */
const pausesMs = [0, 500, 1_500] as const;

/** Has the server check the answer that it holds for an item. */
export async function requestCheck(attemptId: string, position: number): Promise<Checked | "unreachable" | "refused"> {
  const path = `/api/attempts/${attemptId}/items/${position}/check`;
  const isChecked = (body: Partial<Checked>) =>
    body.state === "checked" ? "secret" in body : body.state === "not-ready" && typeof body.reason === "string";
  for (const pauseMs of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const sent = await request<Checked>(path, isChecked, { method: "PUT" });
    if (sent.state === "answered") return sent.body;
    if (sent.state !== "unreachable") return "refused";
  }
  return "unreachable";
}
