import { keepPlace, mine } from '../../../../src/app/known/places';
import { batch, place, tea } from '../../sample';

test('a fresh place shows all of its batch that the list of places shows, the number to call among it', () => {
  keepPlace(place('tea'), tea, { ...batch, contact: '67680001' }, []);

  expect(mine.store.getState().data?.places[0]?.batch).toMatchObject({ contact: '67680001' });
  keepPlace(place('tea'), tea, batch, []);
  expect(mine.store.getState().data?.places).toHaveLength(1);
  expect(mine.store.getState().data?.places[0]?.batch).not.toHaveProperty('contact');
});
