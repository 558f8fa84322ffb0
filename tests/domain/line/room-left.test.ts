import { roomLeft } from '../../../domain/line/room-left';

test('seats are counted over all lines, waiting places only where no seat is left', () => {
  expect(roomLeft([])).toEqual({ seatsLeft: 0, waitingLeft: 0 });
  expect(
    roomLeft([
      { seatsLeft: 3, waitingLeft: 5 },
      { seatsLeft: 2, waitingLeft: 4 },
      { seatsLeft: 0, waitingLeft: 2 },
      { seatsLeft: 0, waitingLeft: 1 },
    ]),
  ).toEqual({ seatsLeft: 5, waitingLeft: 3 });
});
