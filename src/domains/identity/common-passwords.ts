/**
 * Whether a password is among the first that anybody would try. A list of stems stands for its many endings: digits
 * and signs after a stem do not save it.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size <= 3 || isRun(plain)) return true;
  const core = plain.replace(/[\d\W_]+$/, '').replace(/^[\d\W_]+/, '');
  if (core === '') return isRun(plain.replace(/\D/g, ''));
  return [core, unmask(core)].some((word) => stems.has(word) || isStemTwice(word));
}

const stems = new Set(
  (
    'password passwort motdepasse contrasena senha wachtwoord parola lozinka changeme letmein welcome willkommen ' +
    'administrator admin adminadmin rootroot superuser iloveyou iloveyouforever ihateyou sunshine princess football ' +
    'baseball basketball superman batman starwars pokemon dragonball whatever trustno mustang michael jennifer jordan ' +
    'qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdfghjkl asdfasdf zxcvbnm qazwsx qazwsxedc qweasdzxc ' +
    'abcabc abcdefghij computer internet secret secretsecret mypassword thepassword newpassword yourpassword ' +
    'passwordpassword testtest testpassword test hello helloworld helloworldhello monkey shadow master dragon ' +
    'correcthorsebatterystaple opensesame openedx edx mooc moocmooc course student teacher learning university school ' +
    'spring summer autumn winter january february march april june july august september october november december'
  ).split(' '),
);

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', '1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether the whole is a walk along the alphabet, the digits or a row of keys, forwards or back, over and over. */
function isRun(plain: string): boolean {
  if (plain === '') return false;
  const reversed = [...plain].reverse().join('');
  return rows.some((row) =>
    [plain, reversed].some((text) => row.repeat(Math.ceil(text.length / row.length) + 1).includes(text)),
  );
}

function isStemTwice(core: string): boolean {
  const half = core.slice(0, core.length / 2);
  return half + half === core && stems.has(half);
}

/** `p@ssw0rd` is `password`. */
function unmask(word: string): string {
  return word.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[$5]/g, 's').replace(/3/g, 'e').replace(/[1!]/g, 'i');
}
