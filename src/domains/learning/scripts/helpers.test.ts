import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../problems/index.ts';
import { createScriptPool } from './script-pool.ts';

const pool = createScriptPool({ processes_max: 1 });
// On a busy machine a cold start takes many times its usual 2 s.
beforeAll(async () => void (await xOf('x = 1')), 120_000);
afterAll(() => pool.close());

const runScript = pool.runnerFor({ version: 'helpers', library: () => Promise.resolve(null) });

async function xOf(code: string, globals: Record<string, Json> = {}): Promise<Json> {
  const outcome = await runScript({ code, seed: 1, globals, wanted: ['x'] });
  if (outcome.type !== 'ran') throw new Error(outcome.message);
  return outcome.variables.x?.value ?? null;
}

/** The truth of each line, which is a Python expression. */
function truths(...lines: string[]): Promise<Json> {
  return xOf(`x = [bool(${lines.join('), bool(')})]`);
}

describe('chemcalc', () => {
  it('takes equations for equal up to order and one factor', async () => {
    const equal = (a: string, b: string) => `chemcalc.chemical_equations_equal("${a}", "${b}")`;
    expect(
      await truths(
        equal('O2 + 2 Mg -> 2 MgO', '2Mg + O2 -> 2MgO'),
        equal('Mg + 1/2O2 -> MgO', '2Mg + O2 -> 2MgO'),
        equal('Ca(OH)2 + CO2 -> CaCO3 + H2O', 'CO2 + Ca(OH)2 -> H2O + CaCO3'),
        equal('Ag^+(aq)+Cl^-(aq)->AgCl(s)', 'Cl^-(aq) + Ag^+(aq) -> AgCl(s)'),
        equal('Fe^2+ + SO4^2- <-> FeSO4', 'SO4^2- + Fe^2+ <-> FeSO4'),
      ),
    ).toEqual([true, true, true, true, true]);
  });

  it('tells arrows, sides, charges, phases and factors apart, and does not read nonsense', async () => {
    const equal = (a: string, more = '') => `chemcalc.chemical_equations_equal("${a}", "2Mg + O2 -> 2MgO"${more})`;
    expect(
      await truths(
        equal('2Mg + O2 <-> 2MgO'),
        equal('2MgO -> 2Mg + O2'),
        equal('2Mg^+ + O2 -> 2MgO'),
        equal('2Mg(s) + O2 -> 2MgO'),
        equal('Mg + O2 -> MgO'),
        equal('4Mg + 2O2 -> 4MgO', ', exact=True'),
        equal('hello -> world'),
        equal('1/0Mg + O2 -> MgO'),
        equal(''),
      ),
    ).toEqual(Array(9).fill(false));
  });
});

describe('draganddrop', () => {
  const grade = (answer: unknown, right: string) => `draganddrop.grade('${JSON.stringify(answer)}', ${right})`;
  const pair = (rule: string) => `[{"draggables": ["1", "2"], "targets": ["a", "b"], "rule": "${rule}"}]`;

  it('knows its rules', async () => {
    expect(
      await truths(
        grade([{ 1: 'a' }, { 2: 'b' }], pair('exact')),
        grade([{ 1: 'b' }, { 2: 'a' }], pair('exact')),
        grade([{ 1: 'b' }, { 2: 'a' }], pair('unordered_equal')),
        grade([{ 1: 'a' }, { 2: 'a' }], pair('unordered_equal')),
        grade([{ 1: 'a' }, { 2: 'a' }], pair('anyof')),
        grade([{ 1: 'a' }], pair('anyof')),
        grade([{ 1: 'a' }, { 2: 'b' }, { 3: 'c' }], pair('anyof')),
      ),
    ).toEqual([true, false, true, false, true, false, false]);
  });

  it('counts what may be used again, knows points, old pages, and draggables on draggables', async () => {
    const twice = '[{"draggables": ["1", "1"], "targets": ["a", "b"], "rule": "anyof+number"}]';
    expect(
      await truths(
        grade([{ 1: 'a' }, { 1: 'b' }], twice),
        grade([{ 1: 'a' }], twice),
        grade([{ 1: [75, 151] }], '{"1": [70, 150]}'),
        grade([{ 1: [81, 150] }], '{"1": [70, 150]}'),
        grade([{ 1: [81, 150] }], '{"1": [[70, 150], 20]}'),
        grade({ draggables: [{ 1: { 2: { t: 'x' } } }] }, '{"1": "2[t][x]"}'),
      ),
    ).toEqual([true, false, true, false, true, true]);
  });
});

describe('the smaller helpers', () => {
  it('demjson reads what people write', async () => {
    const text = `{a: 'it\\'s', "b": [1, 0x1F, .5,], /* no */ c: true}`;
    expect(await xOf('import demjson\nx = demjson.decode(text)', { text })).toEqual({
      a: "it's",
      b: [1, 31, 0.5],
      c: true,
    });
    await expect(xOf('import demjson\nx = demjson.decode("[1")')).rejects.toThrow("there is no ']' at the end");
  });

  it('eia, miller, chemtools and loncapa answer', async () => {
    expect(
      await truths(
        'eia.iseia(4700)',
        'eia.iseia(4800)',
        'miller.grade(\'{"lattice": "sc", "points": [["0.5", 0, 0], ["0.5", 1, 0], ["0.5", 0, 1]]}\', {"lattice": "sc", "miller": "(2,0,0)"})',
        'chemtools.vsepr_grade({"geometry": "AX2", "atoms": {"c0": "C", "p0": "O", "p1": "H"}}, chemtools.vsepr_build_correct_answer("AX2", {"c0": "C", "p0": "H", "p1": "O"}))',
        '__import__("loncapa").lc_choose(2, "a", "b") == "b"',
      ),
    ).toEqual([true, false, true, true, true]);
  });

  it('calc says what it cannot read', async () => {
    await expect(xOf('x = calc.evaluator({}, {}, "2x")')).rejects.toThrow("Could not read 'x'");
    await expect(xOf('x = calc.evaluator({}, {}, "y")')).rejects.toThrow('y not permitted');
    expect(await xOf('x = calc.evaluator({"y": 3}, {"f": lambda z: z + 1}, "f(y)^2")')).toBe(16);
  });

  it('random draws whole numbers by the rules of Python 2.7', async () => {
    expect(await xOf('random.seed(42)\nx = random.randint(1, 100)')).toBe(64);
  });
});

const vectors = join(import.meta.dirname, '../../../../../shared/vectors');

function readVectors<T>(path: string): T[] {
  return readFileSync(join(vectors, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

describe.skipIf(!existsSync(vectors))('recorded cases (skipped where the corpus is absent)', () => {
  it("Python 2.7's draws", async () => {
    const cases = readVectors<{ generator: string } & Record<string, Json>>('random/random.jsonl');
    const wrong = await xOf(drawCases, { cases: cases.filter(({ generator }) => generator === 'random2') });
    expect(wrong).toEqual([]);
  });

  it('the calculator', async () => {
    expect(
      await xOf(calculateCases, { cases: readVectors<Record<string, Json>>('calc/calc-evaluator.jsonl') }),
    ).toEqual([]);
  });
});

const drawCases = `
def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    return int(value["int"]) if isinstance(value, dict) else value

def agree(got, wanted):
    return abs(got - wanted) <= 1e-12 * abs(wanted) if isinstance(wanted, float) else got == wanted

x = []
for case in cases:
    r = random.Random(plain(case["seed"]))
    for (name, *args), wanted in zip(case["calls"], case["expected"]):
        args = plain(args)
        got = getattr(r, name)(*args)
        if name == "shuffle":
            got = args[0]
        if not agree(got, plain(wanted)):
            x.append([case["id"], name, str(got)])
`;

const calculateCases = `
def number(value):
    if isinstance(value, dict):
        return complex(*map(float, value["complex"])) if "complex" in value else float(value["float"])
    return value

x = []
for case in cases:
    try:
        names = {name: number(value) for name, value in case["vars"].items()}
        got = calc.evaluator(names, {}, case["expr"], case["cs"])
    except Exception as error:
        got = None
    wanted = None if case.get("error") else number(case["value"])
    if got is None or wanted is None:
        right = got is wanted
    elif wanted != wanted:
        right = got != got
    else:
        right = got == wanted or abs(got - wanted) <= 1e-12 * max(1, abs(wanted))
    if not right:
        x.append([case["expr"], str(got)])
`;
