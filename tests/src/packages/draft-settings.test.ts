import type { DraftView } from '../../../domain/api';
import { blankDraft } from '../../../domain/draft/terms';
import { settingsOf, typedOf } from '../../../src/packages/staff/draft/settings';

const typed = typedOf({ ...blankDraft('永川区总工会'), problems: [] } as unknown as DraftView);

test('who answers the telephone is said with a number, never without', () => {
  const named = { ...typed, contactName: ' 王老师 ' };

  expect(settingsOf(named)).toEqual({ faults: { contact: '写了联系人，请把电话也写上' } });
  expect(settingsOf({ ...named, contact: '023-4985 0000' })).toMatchObject({
    contact: '023-4985 0000',
    contactName: '王老师',
  });
});

test('an emptied declaration is sent as empty, so that it goes', () => {
  expect(settingsOf({ ...typed, declaration: '' })).toMatchObject({ declaration: '' });
});
