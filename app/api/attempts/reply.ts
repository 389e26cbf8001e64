/** An answer for this one learner, to be kept by nobody on the way. */
export function reply(body: object): Response {
  return Response.json(body, { headers: { "Cache-Control": "private, no-store" } });
}

export function noAttempt(): Response {
  return problem(404, "no-such-attempt", "This attempt belongs to another account or does not exist.");
}

export function busy(): Response {
  return problem(503, "busy", "The database is locked; nothing was saved. Try again.");
}

export function problem(status: number, code: string, message: string): Response {
  const headers = { "Cache-Control": "no-store", ...(status === 503 ? { "Retry-After": "1" } : {}) };
  return Response.json({ error: { code, message } }, { status, headers });
}
