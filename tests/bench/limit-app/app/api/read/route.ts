import { readText } from "../../database.ts";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json({ length: readText("answer").length });
}
