import { readText } from "../../database.ts";

export const dynamic = "force-dynamic";

/** A dynamic page with one SQLite read; the row determines its number of bytes. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const pieces = readText((await params).id).split("\n");
  return (
    <main>
      {pieces.map((piece, i) => (
        <p key={i}>{piece}</p>
      ))}
    </main>
  );
}
