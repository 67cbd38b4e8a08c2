import type { SourceKind } from './set-content.ts';

type TemplateKey =
  | 'choice'
  | 'checkboxes'
  | 'dropdown'
  | 'number'
  | 'text'
  | 'formula'
  | 'drawn'
  | 'python'
  | 'choiceText'
  | 'image';

/** A problem to begin with, of one type, that works as it stands. */
export interface ProblemTemplate {
  readonly key: TemplateKey;
  readonly kind: Exclude<SourceKind, 'html'>;
  readonly text: string;
}

const choice = `>>Which of these is a river?||Think of what flows.<<

(x) The Nile {{ Right: it flows from the south to the north. }}
( ) Lake Victoria {{ A lake: its water stands. }}
( ) The Red Sea

[explanation]
A river is water that flows to a sea, a lake or another river.
[explanation]

|| Water that flows is no lake. ||
`;

const checkboxes = `>>Which of these carry water to a sea?||Select all that do.<<

[x] The Nile {{ selected: Yes, to the Mediterranean. }, { unselected: It ends in the Mediterranean. }}
[x] The Danube
[ ] The Okavango {{ selected: It ends in a desert. }}

[explanation]
The Okavango ends in a delta in the Kalahari.
[explanation]
`;

const dropdown = `>>The Danube ends in the<<

[[North Sea, (Black Sea), Adriatic Sea]]

[explanation]
Its delta lies in Romania and Ukraine.
[explanation]
`;

const number = `>>How many metres are there in 1.5 kilometres?<<

= 1500 +- 1% {{ Right. }}

[explanation]
A kilometre has 1000 metres.
[explanation]

|| How many metres has one kilometre? ||
`;

const text = `>>What is the longest river of Africa called?<<

= Nile
or= The Nile
not= Congo {{ The second longest. }}

[explanation]
The Nile is about 6650 kilometres long.
[explanation]
`;

const formula = `<problem>
  <formularesponse type="ci" samples="R_1,R_2@1,1:10,10#10" answer="R_1*R_2/(R_1+R_2)">
    <label>What is the resistance of R_1 and R_2 side by side?</label>
    <responseparam type="tolerance" default="0.01%"/>
    <formulaequationinput size="40"/>
  </formularesponse>
  <solution>
    <p>The conductances add up: 1/R = 1/R_1 + 1/R_2.</p>
  </solution>
</problem>
`;

const drawn = `<problem>
  <script type="loncapa/python">
length = random.randint(2, 9)
width = random.randint(2, 9)
area = length * width
  </script>
  <numericalresponse answer="$area">
    <label>A field is $length m long and $width m wide. How many square metres is it?</label>
    <responseparam type="tolerance" default="0"/>
    <formulaequationinput/>
  </numericalresponse>
  <solution>
    <p>$length × $width = $area</p>
  </solution>
</problem>
`;

const python = `<problem>
  <script type="loncapa/python">
def check(expect, answer):
    try:
        a, b = [int(part) for part in answer.split(',')]
    except ValueError:
        return {'ok': False, 'msg': 'Write two whole numbers with a comma between them.'}
    return {'ok': a + b == 10, 'msg': '' if a + b == 10 else 'They add up to %d.' % (a + b)}
  </script>
  <customresponse cfn="check" expect="4,6">
    <label>Name two whole numbers that add up to 10.</label>
    <textline size="20"/>
  </customresponse>
</problem>
`;

const choiceText = `<problem>
  <choicetextresponse>
    <label>A square has sides of 3 metres. What is its area?</label>
    <radiotextgroup>
      <choice correct="true"><numtolerance_input answer="9" tolerance="0"/> square metres</choice>
      <choice correct="false">It can't be told.</choice>
    </radiotextgroup>
  </choicetextresponse>
</problem>
`;

const image = `<problem>
  <imageresponse>
    <label>Where is the mouth of the river?</label>
    <imageinput src="/static/map.png" width="400" height="300" rectangle="(300,20)-(380,90)" alt="A map of the river"/>
  </imageresponse>
</problem>
`;

/** A template for each type of problem, the frequent ones first. */
export const problemTemplates: readonly ProblemTemplate[] = [
  { key: 'choice', kind: 'markdown', text: choice },
  { key: 'checkboxes', kind: 'markdown', text: checkboxes },
  { key: 'dropdown', kind: 'markdown', text: dropdown },
  { key: 'number', kind: 'markdown', text: number },
  { key: 'text', kind: 'markdown', text },
  { key: 'formula', kind: 'xml', text: formula },
  { key: 'drawn', kind: 'xml', text: drawn },
  { key: 'python', kind: 'xml', text: python },
  { key: 'choiceText', kind: 'xml', text: choiceText },
  { key: 'image', kind: 'xml', text: image },
];
