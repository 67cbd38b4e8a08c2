import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { type House, openHouse } from '../house.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, type Output, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { printable, printableJson } from './printable.ts';

/** Finds the command, reads its flags, runs it, closes the house. @returns the exit code */
export async function runCommand(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const command = findCommand(words);
  if (!command) {
    process.stdout.write(overview());
    return words.length === 0 || words[0] === 'help' || words[0] === '--help' ? 0 : 2;
  }
  let house: House | null = null;
  try {
    const { positionals, values } = readFlags(command, words.slice(command.name.split(' ').length));
    const config = readConfig(environment);
    const open = async () => {
      house ??= await openHouse(config, 'beside');
      return house;
    };
    await command.run({ args: positionals, flags: values, config, house: open, out: output(values.json === true) });
    return 0;
  } catch (error) {
    return explain(error, command);
  } finally {
    await (house as House | null)?.close();
  }
}

function findCommand(words: readonly string[]): Command | undefined {
  return commands.find((command) => command.name === words.slice(0, command.name.split(' ').length).join(' '));
}

function readFlags(command: Command, words: string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...command.flags, json: 'boolean' as const }).map(([name, type]) => [name, { type }]),
  );
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function output(isJson: boolean): Output {
  const isTerminal = process.stderr.isTTY === true;
  return {
    say: (line) => {
      if (!isJson) process.stdout.write(`${printable(line)}\n`);
    },
    report: (value, toText) => process.stdout.write(`${isJson ? printableJson(value) : printable(toText(value))}\n`),
    progress: (line) => {
      if (isTerminal) process.stderr.write(`\r\u001b[K${printable(line)}`);
    },
  };
}

function explain(error: unknown, command: Command): number {
  if (error instanceof UsageError) {
    process.stderr.write(`mooc: ${error.message}\nUsage: mooc ${command.name} ${command.usage}\n`);
    return 2;
  }
  const text = error instanceof OperatorError ? `mooc: ${error.message}` : (error as Error).stack;
  process.stderr.write(`${printable(text ?? '')}\n`);
  return 1;
}

function overview(): string {
  const width = Math.max(...commands.map((c) => c.name.length + c.usage.length)) + 3;
  const lines = commands.map((c) => `  ${`${c.name} ${c.usage}`.padEnd(width)} ${c.summary}`);
  return `mooc COMMAND\n\n${lines.join('\n')}\n\nEvery command that reports takes --json.\n`;
}
