import { readText, statements } from "../../database.ts";

export async function PUT(request: Request): Promise<Response> {
  const body = JSON.stringify(await request.json());
  const text = readText("answer");
  statements().write.run(body);
  return Response.json({ saved: 1, text });
}
