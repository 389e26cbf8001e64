import type { Metadata } from "next";
import { renderHelp } from "#lib/help/render-help";
import { currentWords } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await currentWords();
  return { title: t("help.title"), description: t("help.description") };
}

export default async function HelpPage() {
  const t = await currentWords();
  const sections = renderHelp(t);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <h1 className="font-serif text-3xl font-semibold tracking-tight lg:col-span-2">{t("help.title")}</h1>
      <nav aria-label={t("help.onThisPage")} className="lg:sticky lg:top-6 lg:self-start">
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="flex min-h-9 items-center text-sm text-accent underline-offset-2 hover:underline"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid max-w-2xl grid-cols-1 gap-10">
        {sections.map(({ id, title, html }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} className="scroll-mt-6 font-serif text-xl font-semibold">
              {title}
            </h2>
            <div className="prose mt-3" dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        ))}
      </div>
    </div>
  );
}
