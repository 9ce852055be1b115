import { Command, InvalidArgumentError, Option } from 'commander'
import { formNames } from '../presentation/exports/form-names.js'
import { type QuoteFormat, quoteFormats } from '../presentation/quotes.js'
import { type TextPart, textParts } from '../presentation/text.js'
import type { ExitCode } from './exit-codes.js'

/**
 * The command line: what it understands, and the help it gives. `exit` is told how a command ended.
 * The engine is loaded only when a command needs it, so that `--help` answers at once. Wrong usage throws.
 */
export function programFor(version: string, exit: (code: ExitCode) => void): Command {
  const program = new Command('stemma')
    .description(
      'Reads several reports of one event and tells what is claimed, who says so and through whom, ' +
        'how many independent witnesses that is, and where the reports cannot all be right. ' +
        'Everything happens on this machine; nothing is sent anywhere.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      '\nTo begin:\n  stemma serve report1.txt report2.html\n  stemma read report1.txt report2.html\n  stemma read --help',
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) })

  program
    .command('read')
    .summary('read reports of one event and print what was found')
    .description('Reads reports of one event (text or web pages, in English) and prints what was found.')
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'text for people, json for programs, html for the reading room as one file')
        .choices(['text', 'json', 'html'])
        .default('text', 'text'),
    )
    .addOption(publishedOption())
    .addOption(redactOption())
    .option('--without-engine', 'leave the engine out of the page: a small file that cannot read new reports')
    .option('-w, --without <name>', 'take a source away (a name or an id) and print which claims still stand')
    .option('-s, --show <parts>', `print only these parts, with commas between: ${textParts.join(', ')}`, partsOf)
    .option('-t, --trace', 'say which rule found each thing, and from which words')
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .addHelpText(
      'after',
      `
Examples:
  stemma read ferry/*.txt
      Claims with their witnesses, conflicts, then every report in turn.
  stemma read ferry/ --published tribune=2024-06-15 --format json --out ferry.json
      A folder of reports; tribune.txt is dated by hand; the findings go to a file.
  stemma read ferry/ --format html --out ferry.html
      The reading room as one file, which opens in a browser without any network.

Exit codes:
  0   done (notes at the end tell of reports that were left out)
  1   none of the files could be read
  2   the command was not understood
  3   the output could not be written
  70  Stemma itself failed`,
    )
    .action(async (files: string[], options: ReadFlags) => {
      const { read } = await import('./read.js')
      exit(await read(files, options))
    })

  program
    .command('group')
    .summary('sort reports into stories: which of them tell of one event')
    .description(
      'Sorts reports (text or web pages) into stories by the rare names, words, figures and days they share. ' +
        'Nothing is parsed, so thousands of reports take a minute. What belongs together can then be given to "stemma read".',
    )
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text', 'text'),
    )
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .addHelpText(
      'after',
      `
Examples:
  stemma group clippings/
      The largest story first, each with its reports; what stands alone comes last.
  stemma group clippings/*.html --format json --out stories.json

Two stories may be kept apart that are one: it is the lesser mistake. Dates help; a report is dated by what it says itself.

Exit codes: as for "stemma read".`,
    )
    .action(async (files: string[], options: GroupFlags) => {
      const { group } = await import('./group.js')
      exit(await group(files, options))
    })

  program
    .command('quotes')
    .summary('list who says what, and through whom')
    .description(
      'Lists the attributions of reports: who is said to have said what, through whom it came, in which words and where. ' +
        'Confirmations, denials, refusals and documents are among them; the kind tells.',
    )
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'text for people, json for programs, csv for spreadsheets')
        .choices(quoteFormats)
        .default('text', 'text'),
    )
    .addOption(publishedOption())
    .addOption(redactOption())
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .addHelpText(
      'after',
      `
Examples:
  stemma quotes ferry/*.txt
      Voice and words, report by report; "Gazette < Brandt" is Brandt through the Gazette.
  stemma quotes ferry/ --format csv --out quotes.csv
      A table for a spreadsheet; words that it would take for a formula get an apostrophe before them.`,
    )
    .action(async (files: string[], options: QuotesFlags) => {
      const { quotes } = await import('./quotes.js')
      exit(await quotes(files, options))
    })

  program
    .command('sources')
    .summary('print who has it from whom, as a tree')
    .description(
      'Prints the stemma of the story: from every witness through every mouth to the reports, with the number of claims on each edge; ' +
        'which report leans on which; and on whom most hangs.',
    )
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .addOption(formatOption())
    .addOption(publishedOption())
    .addOption(redactOption())
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .addHelpText('after', '\nExample:\n  stemma sources ferry/')
    .action(async (files: string[], options: SourcesFlags) => {
      const { sources } = await import('./sources.js')
      exit(await sources(files, options))
    })

  program
    .command('claims')
    .summary('list the claims with their witnesses and grades')
    .description(
      'Lists what is claimed, each claim with its reports, its independent witnesses, its grade and its disputes.',
    )
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .option('-m, --min-witnesses <n>', 'only claims with at least so many independent witnesses', wholeNumber)
    .option('-d, --disputed', 'only claims that the reports dispute')
    .option('-a, --about <name>', 'only claims that have to do with this person, body or place')
    .addOption(formatOption())
    .addOption(publishedOption())
    .addOption(redactOption())
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .addHelpText(
      'after',
      '\nExamples:\n  stemma claims ferry/ --min-witnesses 2\n  stemma claims ferry/ --disputed --about "Emil Lindgard"',
    )
    .action(async (files: string[], options: ClaimsFlags) => {
      const { claims } = await import('./claims.js')
      exit(await claims(files, options))
    })

  program
    .command('serve')
    .summary('open the reading room on reports of one event')
    .description(
      'Reads reports of one event and opens the reading room on them in the browser. ' +
        'The page is served to this machine alone, at an address nobody can guess. Ctrl+C ends it.',
    )
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .addOption(publishedOption())
    .addOption(redactOption())
    .option('--port <port>', 'the port to listen at (default: any that is free)', portOf)
    .option('--no-open', 'print the address and open no browser')
    .action(async (files: string[], options: ServeFlags) => {
      const { serve } = await import('./serve.js')
      exit(await serve(files, options))
    })

  program
    .command('export')
    .summary('write the findings in a form other programs read')
    .description('Reads reports of one event and writes what was found in one of many forms.')
    .argument('<files...>', 'files, folders of files, or - for standard input')
    .addOption(new Option('-a, --as <form>', 'the form').choices(formNames).makeOptionMandatory())
    .addOption(publishedOption())
    .addOption(redactOption())
    .option('--without-engine', 'leave the engine out of the page (html only)')
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .action(async (files: string[], options: ExportFlags) => {
      const { exportStory } = await import('./export.js')
      exit(await exportStory(files, options))
    })

  program
    .command('schema')
    .summary('print the JSON Schema of the findings')
    .description('Prints the JSON Schema (draft 2020-12) of what "stemma read --format json" writes.')
    .option('-o, --out <file>', 'write to a file instead of the screen')
    .action(async (options: { out?: string }) => {
      const [{ findingsJsonSchema }, { deliver }] = await Promise.all([
        import('../presentation/schema.js'),
        import('./deliver.js'),
      ])
      exit(await deliver(findingsJsonSchema(), options.out))
    })

  for (const command of program.commands) command.exitOverride().helpOption('-h, --help', 'print this help')
  return program
}

/** The flags of every command that reads a story, as Commander hands them over. */
export interface StoryFlags {
  readonly published?: readonly string[]
  readonly redact?: readonly string[]
}

/** The flags of `stemma read`. */
export interface ReadFlags extends StoryFlags {
  readonly format: 'text' | 'json' | 'html'
  readonly withoutEngine?: true
  readonly show?: readonly TextPart[]
  readonly trace?: true
  readonly without?: string
  readonly out?: string
}

/** The flags of `stemma serve`. */
export interface ServeFlags extends StoryFlags {
  readonly port?: number
  readonly open: boolean
}

/** The flags of `stemma export`. */
export interface ExportFlags extends StoryFlags {
  readonly as: string
  readonly withoutEngine?: true
  readonly out?: string
}

/** The flags of `stemma quotes`. */
export interface QuotesFlags extends StoryFlags {
  readonly format: QuoteFormat
  readonly out?: string
}

/** The flags of `stemma group`. */
export interface GroupFlags {
  readonly format: 'text' | 'json'
  readonly out?: string
}

/** The flags of `stemma sources`. */
export interface SourcesFlags extends StoryFlags {
  readonly format: 'text' | 'json'
  readonly out?: string
}

/** The flags of `stemma claims`. */
export interface ClaimsFlags extends SourcesFlags {
  readonly minWitnesses?: number
  readonly disputed?: true
  readonly about?: string
}

function formatOption(): Option {
  return new Option('-f, --format <format>', 'text for people, json for programs')
    .choices(['text', 'json'])
    .default('text', 'text')
}

function redactOption(): Option {
  return new Option(
    '-r, --redact <NAME>',
    'take a name, with all its forms, out of everything that is written (may be repeated)',
  ).argParser(collect)
}

function portOf(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
  return port
}

function publishedOption(): Option {
  return new Option(
    '-p, --published <REPORT=DATE>',
    'when a report was published, if it does not say so; REPORT is its id or file name (may be repeated)',
  ).argParser(collect)
}

function wholeNumber(value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

function partsOf(value: string): TextPart[] {
  const names = value.split(',').map((name) => name.trim())
  const parts = textParts.filter((part) => names.includes(part))
  const unknown = names.find((name) => !textParts.some((part) => part === name))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no part "${unknown}"; the parts are ${textParts.join(', ')}.`)
  return parts
}
