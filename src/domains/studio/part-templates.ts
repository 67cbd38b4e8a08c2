/** What parts begin with whose source is too much to write from nothing. They work as they stand. */

const files = `<ul>
  <li><a href="/static/handout.pdf" download="">Handout (PDF)</a></li>
  <li><a href="/static/data.csv" download="">Data (CSV)</a></li>
</ul>
`;

const program = `<p id="said">Drag the slider.</p>
<input id="slider" type="range" min="0" max="100" value="20" aria-label="Width of the river">
<script>
  document.getElementById('slider').addEventListener('input', (event) => {
    document.getElementById('said').textContent = event.target.value + ' metres';
  });
</script>
`;

const dragAndDrop = `<drag-and-drop-v2 mode="standard" question_text="Where does each belong?" show_title="true" show_question_header="true" weight="1.0" max_items_per_zone="null" item_background_color="" item_text_color="" max_attempts="null" data="DATA"/>`;

const dragAndDropData = {
  targetImg: '',
  targetImgDescription: 'Two boxes beside each other',
  zones: [
    { uid: 'rivers', title: 'Rivers', description: '', x: 0, y: 0, width: 280, height: 200, align: 'center' },
    { uid: 'lakes', title: 'Lakes', description: '', x: 290, y: 0, width: 280, height: 200, align: 'center' },
  ],
  items: [itemOf(0, 'Nile', 'rivers', 'It flows.'), itemOf(1, 'Victoria', 'lakes', 'It stands.')],
  displayLabels: true,
  displayBorders: true,
  feedback: { start: '', finish: 'Well done.' },
};

function itemOf(id: number, displayName: string, zone: string, incorrect: string) {
  return {
    id,
    displayName,
    zones: [zone],
    feedback: { correct: 'Right.', incorrect },
    imageURL: '',
    imageDescription: '',
  };
}

const openAssessment = `<openassessment submission_start="2001-01-01T00:00:00+00:00" submission_due="2099-12-31T00:00:00+00:00" text_response="required" text_response_editor="text" allow_latex="False" prompts_type="text">
  <title>Your river</title>
  <assessments>
    <assessment name="staff-assessment" required="True"/>
  </assessments>
  <prompts>
    <prompt>
      <description>Describe a river that you know, in about 200 words.</description>
    </prompt>
  </prompts>
  <rubric>
    <criterion>
      <name>Clear</name>
      <label>Clear</label>
      <prompt>Can a reader find the river by it?</prompt>
      <option points="0">
        <name>No</name>
        <label>No</label>
        <explanation>It could be any river.</explanation>
      </option>
      <option points="1">
        <name>Yes</name>
        <label>Yes</label>
        <explanation>It can be only this one.</explanation>
      </option>
    </criterion>
    <feedbackprompt>What did you like?</feedbackprompt>
  </rubric>
</openassessment>`;

const conditional = `<conditional sources="" attempted="True" message="This opens once the problem is answered."/>`;

const splitTest = `<split_test user_partition_id="0" group_id_to_child="{}"/>`;

const googleDocument = `<google-document alt_text="" embed_code="&lt;iframe src=&quot;https://docs.google.com/document/d/e/ID/pub?embedded=true&quot;&gt;&lt;/iframe&gt;"/>`;

const googleCalendar = `<google-calendar calendar_id="name@group.calendar.google.com" default_view="1"/>`;

/** By the key of the kind: HTML of a text, XML of any other. */
export const partTemplates: Readonly<Record<string, string | undefined>> = {
  files,
  program,
  'drag-and-drop-v2': dragAndDrop.replace('DATA', () =>
    JSON.stringify(dragAndDropData, null, 2).replaceAll('"', '&quot;'),
  ),
  openassessment: openAssessment,
  conditional,
  split_test: splitTest,
  'google-document': googleDocument,
  'google-calendar': googleCalendar,
};
