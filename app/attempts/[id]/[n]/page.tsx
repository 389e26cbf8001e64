import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ItemScreen } from "#components/attempt/item-screen";
import { Discussion } from "#components/discussion/discussion";
import { currentAttemptItem } from "#lib/attempts/current-item";

type Props = { params: Promise<{ id: string; n: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Question ${(await params).n}`, robots: { index: false } };
}

export default async function ItemPage({ params }: Props) {
  const { id, n } = await params;
  const item = await currentAttemptItem(id, Number(n));
  if (item === null) notFound();
  if (item.attempt.finishedAt !== null) redirect(`/attempts/${id}/result`);
  const { examSlug } = item.attempt;
  return (
    <ItemScreen item={item} now={new Date()}>
      {item.secret === null ? null : (
        <Discussion examSlug={examSlug} questionId={item.location.questionId} questionName={item.location.name} />
      )}
    </ItemScreen>
  );
}
