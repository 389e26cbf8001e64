import { readText } from "../../database.ts";

export const dynamic = "force-dynamic";

/** A dynamic page with one SQLite read, of as many bytes as the row asks for. */
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
