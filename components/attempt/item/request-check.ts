import type { CheckReply } from "#lib/attempts/wire";
import { request } from "../sync/transport.ts";

/** If the reply is lost, the request is sent again: the server checks an answer only once. */
const pausesMs = [0, 500, 1_500] as const;

/** Makes the server check the answer that it holds for an item. */
export async function requestCheck(
  attemptId: string,
  position: number,
): Promise<CheckReply | "unreachable" | "refused"> {
  const path = `/api/attempts/${attemptId}/items/${position}/check`;
  const isChecked = (body: Partial<CheckReply>) =>
    body.state === "checked" ? "secret" in body : body.state === "not-ready" && typeof body.reason === "string";
  for (const pauseMs of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const sent = await request<CheckReply>(path, isChecked, { method: "PUT" });
    if (sent.state === "answered") return sent.body;
    if (sent.state !== "unreachable") return "refused";
  }
  return "unreachable";
}
