import { Command, InvalidArgumentError, Option } from "commander";
import { problemFormats } from "#lib/content/check/problem-formats";
import { questionKinds } from "#lib/exam/question";
import { exportFormats, importFormats } from "#lib/formats/format-names";
import { asStarted } from "./as-started.ts";
import { contentFolder, takeDataOf } from "./content-folder.ts";
import { fittedParts } from "./fitted-parts.ts";
import { namedFile } from "./named-file.ts";
import { statsFormats } from "./stats-formats.ts";

const wholeNumber = (text: string) => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
};

const day = (text: string) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError("It must be a day such as 2026-11-22.");
  return text;
};

/** The folder that `--dir` names. */
const dirOf = (program: Command) => program.opts<{ dir?: string }>().dir;

const banks = () => import("./banks/bank-command.ts");

/** The command line for authors: `npm run content -- <command>`. A command is loaded only when it is used. */
export function contentProgram(): Command {
  const program = new Command(asStarted("npm run content --"))
    .description("Question banks in Markdown: check, sync, import and export them.")
    .option("--dir <folder>", "content folder, where a command has no other argument for it");
  addCheckAndSync(program);
  addQuestions(program);
  addFigures(program);
  addLinks(program);
  addBeginnings(program);
  addBanks(program);
  addFormats(program);
  addDocuments(program);
  return program;
}

function addCheckAndSync(program: Command): void {
  program
    .command("check")
    .description("print every problem with its place and its fix; exit 1 on any error")
    .argument("[path]", "content folder, or one file of an exam")
    .addOption(new Option("--format <format>", "how to print").choices([...problemFormats]).default("text"))
    .option("--fix", "first fix what can be fixed without changing what a question means")
    .option("--max-warnings <n>", "exit 1 when there are more warnings than this", wholeNumber)
    .action(async (path: string | undefined, options) => {
      const { folder, file } = namedFile(path ?? dirOf(program));
      const place = contentFolder(folder, { writes: options.fix });
      await (await import("./check-command.ts")).checkCommand(place, { ...options, file });
    });

  program
    .command("sync")
    .description("check, then bring the database up to date with the content")
    .argument("[dir]", "content folder")
    .option("--dry-run", "only report what would change")
    .option("--retire-all", "retire every question if the folder has no exam")
    .option("--watch", "keep running and sync at every change")
    .action(async (dir: string | undefined, options) =>
      (await import("./sync-command.ts")).syncCommand(
        contentFolder(dir ?? dirOf(program), { usesData: true }),
        options,
      ),
    );
}

function addQuestions(program: Command): void {
  program
    .command("list")
    .description("print the questions that fit every filter")
    .argument("[dir]", "content folder")
    .option("--exam <slug>")
    .option("--domain <id>")
    .addOption(new Option("--difficulty <level>").choices(["easy", "medium", "hard"]))
    .addOption(new Option("--kind <kind>").choices([...questionKinds]))
    .option("--tag <tag>")
    .option("--case <name>", "those based on this case")
    .option("--text <words>", "those whose stem or options contain these words")
    .option("--unchecked-since <day>", "those not checked since this day (YYYY-MM-DD)", day)
    .option("--without-references", "those without a reference")
    .option("--json", "as JSON")
    .action(async (dir: string | undefined, options) =>
      (await import("./list-command.ts")).listCommand(contentFolder(dir ?? dirOf(program)), options),
    );
}

function addFigures(program: Command): void {
  const takeData = () => takeDataOf(dirOf(program));
  program
    .command("stats")
    .description("item statistics of an exam: how often a question was answered, its facility and discrimination")
    .argument("<exam>")
    .addOption(new Option("--format <format>", "how to print").choices([...statsFormats]).default("table"))
    .action(async (exam: string, options) => {
      takeData();
      await (await import("./stats-command.ts")).statsCommand(exam, options);
    });

  program
    .command("forecast")
    .description(
      "how an exam's forecast compares with its learners: a prior from 200 learners on, a recalibration from 300 outcomes on, weights of memory from 5,000 reviews on",
    )
    .argument("<exam>")
    .addOption(new Option("--keep <part>", "use it from now on").choices([...fittedParts]))
    .addOption(new Option("--drop <part>", "stop using it").choices([...fittedParts]))
    .action(async (exam: string, options) => {
      takeData();
      await (await import("./forecast-command.ts")).forecastCommand(exam, options);
    });
}

function addLinks(program: Command): void {
  program
    .command("links")
    .description("look up every address that the content links to; exit 1 when a page is gone")
    .argument("[dir]", "content folder")
    .addOption(new Option("--format <format>", "how to print").choices([...problemFormats]).default("text"))
    .option("--pause <ms>", "milliseconds between two requests to one host", wholeNumber, 1000)
    .option("--write", "write today's date into checked: in the questions whose references all exist")
    .action(async (dir: string | undefined, options) =>
      (await import("./links-command.ts")).linksCommand(
        contentFolder(dir ?? dirOf(program), { writes: options.write }),
        options,
      ),
    );

  program
    .command("lsp")
    .description("a language server for editors, over standard input and output; see docs/editors.md")
    .argument("[dir]", "content folder")
    .option("--stdio", "accepted because editors add it; changes nothing")
    .action(async (dir?: string) =>
      (await import("./lsp-command.ts")).lspCommand(contentFolder(dir ?? dirOf(program))),
    );
}

function addBeginnings(program: Command): void {
  program
    .command("new")
    .description("a new question file from a template")
    .addOption(new Option("--kind <kind>").choices([...questionKinds]).default("single"))
    .argument("<exam/id>")
    .action(async (target: string, { kind }) =>
      (await import("./new-command.ts")).newCommand(contentFolder(dirOf(program), { writes: true }), target, kind),
    );

  program
    .command("init")
    .description("write the exam.md of a folder of questions that has none")
    .argument("<dir>", "folder of one exam")
    .action(async (dir: string) => (await import("./init-command.ts")).initCommand(dir));
}

function addBanks(program: Command): void {
  const folder = () => contentFolder(dirOf(program), { writes: true });
  const bank = program.command("bank").description("banks that are kept elsewhere in Git, as listed in banks.yaml");

  bank
    .command("add")
    .description("fetch the exam at a Git address into the content, and write down its commit and licence")
    .argument("<address>", "such as https://example.org/banks.git")
    .option("--revision <name>", "branch, tag or commit", "HEAD")
    .option("--folder <path>", "folder of the exam in the repository")
    .option("--as <name>", "what the exam is called here")
    .action(async (address: string, options) => (await banks()).addBank(folder(), address, options));

  bank
    .command("fetch")
    .description("fetch every bank at the commit that banks.yaml names")
    .option("--discard", "discard changes in their folders")
    .action(async (options) => (await banks()).fetchBanks(folder(), options));

  bank
    .command("update")
    .description("update all banks, or the one named, to the newest commit of their revision")
    .argument("[name]")
    .option("--discard", "discard changes in their folders")
    .action(async (name: string | undefined, options) => (await banks()).updateBanks(folder(), name, options));
}

function addFormats(program: Command): void {
  program
    .command("import")
    .description("turn questions in another format into Markdown files, with a report of every item")
    .argument("<format>", importFormats.join(", "))
    .argument("<path>", "file or folder")
    .requiredOption("--exam <slug>", "the exam they go to")
    .option("--out <dir>", "content folder")
    .option("--domain <id>", "domain for questions whose source names no domain of the exam")
    .option("--overwrite", "where both a file and its source have changed, use the source's wording")
    .action(
      async (
        format: string,
        path: string,
        options: { exam: string; out?: string; domain?: string; overwrite?: true },
      ) =>
        (await import("./import-command.ts")).importCommand(format, path, {
          ...options,
          out: contentFolder(options.out ?? dirOf(program), { writes: true }),
        }),
    );

  program
    .command("export")
    .description("write an exam in another format")
    .argument("<format>", exportFormats.join(", "))
    .argument("<exam>")
    .requiredOption("--out <path>", "file to write, or folder when there are several")
    .action(async (format: string, exam: string, options: { out: string }) =>
      (await import("./export-command.ts")).exportCommand(contentFolder(dirOf(program)), format, exam, options),
    );

  program
    .command("import-thread")
    .description("import a discussion from elsewhere: one JSON object per line, see docs/discussion.md")
    .argument("<file.jsonl>")
    .requiredOption("--exam <slug>", "the exam whose questions the lines name")
    .action(async (file: string, options) => {
      takeDataOf(dirOf(program));
      await (await import("./import-thread-command.ts")).importThreadCommand(file, options);
    });
}

function addDocuments(program: Command): void {
  program
    .command("schema")
    .description("print the JSON Schema of the front matter, for editors")
    .argument("[kind]", "question or exam", "question")
    .action(async (kind: string) => (await import("./schema-command.ts")).schemaCommand(kind));

  program
    .command("docs")
    .description("write the documents generated from code: rules, formats and schemas")
    .action(async () => (await import("./docs-command.ts")).docsCommand());
}
