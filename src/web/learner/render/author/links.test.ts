import { describe, expect, it } from 'vitest';
import { aVersion, hashOf } from '../testing.ts';
import { linksOf } from './links.ts';

const links = linksOf(aVersion({ 'pond.png': 'x', 'maps/big lake.png': 'x', 'notes.pdf': 'x' }));
const course = '/learn/course-v1%3ALakeU%2BWater%2B2026';

function urlOf(address: string): string {
  const target = links.resolve(address);
  return 'url' in target ? target.url : target.type;
}

describe('an author’s address', () => {
  it.each([
    '/static/pond.png',
    '/static/pond.png?raw',
    'https://studio.example/asset-v1:LakeU+Water+2026+type@asset+block@pond.png',
    '/asset-v1:LakeU+Water+2020+type@asset+block@pond.png',
    '/assets/courseware/v1/0123abcd/asset-v1:LakeU+Water+2026+type@asset+block/pond.png',
    '/c4x/LakeU/Water/asset/pond.png',
    'https://studio.example/c4x/LakeU/Water/asset/pond.png',
  ])('%s is the file', (address) => {
    expect(urlOf(address)).toBe(`/assets/${hashOf('pond.png')}/pond.png`);
  });

  it.each(['/static/maps/big%20lake.png', '/static/maps_big_lake.png', '/static/maps/big lake.png'])(
    '%s is the file in its folder, by the name that Open edX makes of it',
    (address) => expect(urlOf(address)).toBe(`/assets/${hashOf('maps/big lake.png')}/maps/big%20lake.png`),
  );

  it('of another course’s file stays a link to there', () => {
    expect(links.resolve('https://studio.example/c4x/Other/Water/asset/pond.png')).toMatchObject({
      type: 'foreign',
      host: 'studio.example',
    });
  });

  it.each([
    ['/jump_to_id/unit7', `${course}/jump/unit7`],
    ['/courses/course-v1:LakeU+Water+2026/jump_to_id/unit7#part', `${course}/jump/unit7#part`],
    ['/courses/LakeU/Water/2026/jump_to/i4x://LakeU/Water/vertical/unit7', `${course}/jump/unit7`],
    ['/jump_to/block-v1:LakeU+Water+2026+type@vertical+block@unit7', `${course}/jump/unit7`],
    ['/course/courseware/chapter1/sub2/', `${course}/jump/sub2`],
    ['/course/courseware/chapter1/', `${course}/jump/chapter1`],
    ['/course/info', `${course}/updates`],
    ['/course/books/', `${course}/page/books`],
    ['/course/progress', course],
  ])('%s leads to %s', (address, url) => expect(urlOf(address)).toBe(url));

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://[',
  ])('%j leads nowhere', (address) => expect(links.resolve(address)).toEqual({ type: 'refused' }));

  it('of a file that is not there says which', () => {
    expect(links.resolve('/static/gone.png')).toEqual({ type: 'missing', name: 'gone.png' });
  });
});
