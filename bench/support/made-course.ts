import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a course in the Open edX format: a text and so many problems, some with Python, one a unit. Gives its folder. */
export function makeCourse(folder: string, problems_count: number): string {
  const root = path.join(folder, `made-of-${problems_count}`);
  const write = (name: string, text: string) => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const units = Array.from({ length: problems_count }, (_, at) => at);
  for (const at of units) {
    write(`problem/p${at}.xml`, at % 4 === 0 ? drawnProblem(at) : choiceProblem(at));
    write(`html/h${at}.xml`, `<html filename="h${at}" display_name="Before problem ${at}"/>`);
    write(`html/h${at}.html`, `<h3>Reading ${at}</h3>${'<p>What the tide does, told once more.</p>'.repeat(30)}`);
    write(
      `vertical/v${at}.xml`,
      `<vertical display_name="Unit ${at}"><html url_name="h${at}"/><problem url_name="p${at}"/></vertical>`,
    );
  }
  const sections = Array.from({ length: Math.ceil(problems_count / 20) }, (_, at) =>
    units.slice(at * 20, at * 20 + 20),
  );
  const chapters = sections.map((verticals, at) => {
    const inside = verticals.map((unit) => `<vertical url_name="v${unit}"/>`).join('');
    return `<chapter url_name="c${at}" display_name="Section ${at}"><sequential url_name="s${at}" display_name="Subsection ${at}">${inside}</sequential></chapter>`;
  });
  write(
    'course.xml',
    `<course org="BenchU" course="Made" url_name="2026" display_name="Made">${chapters.join('')}</course>`,
  );
  return root;
}

function choiceProblem(at: number): string {
  const choices = [1, 2, 3, 4].map((n) => `<choice correct="${n === (at % 4) + 1}">Answer ${n}</choice>`).join('');
  return `<problem display_name="Problem ${at}"><multiplechoiceresponse><label>Which of these, at \\(x_{${at}} = \\frac{1}{2}\\)?</label><choicegroup type="MultipleChoice">${choices}</choicegroup></multiplechoiceresponse></problem>`;
}

function drawnProblem(at: number): string {
  return `<problem display_name="Problem ${at}"><script type="loncapa/python">import random
a = random.randint(1, ${at + 10})
b = a * 2</script><numericalresponse answer="$b"><label>Twice $a?</label><formulaequationinput/></numericalresponse></problem>`;
}
