import { cleanup, render } from '@testing-library/react';
import { CourseAndName, SectionName } from '../../../src/ui/section-name';

afterEach(cleanup);

test.each([
  ['茶艺', '一班', ['茶艺', '一班']],
  ['茶艺', '茶艺', ['茶艺']],
  // A lecture has no name of its own. An empty qualifier would take a line in the largest letters.
  ['职工心理健康', '', ['职工心理健康']],
])('%s "%s" is shown as %p', (course, name, parts) => {
  for (const Name of [CourseAndName, SectionName]) {
    const { container } = render(<Name course={course} name={name} />);
    const leaves = [...container.querySelectorAll('*')].filter(one => one.children.length === 0);
    expect(leaves.map(one => one.textContent)).toEqual(parts);
    cleanup();
  }
});
