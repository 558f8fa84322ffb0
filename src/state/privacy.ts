import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What WeChat wants agreed to before it goes on, and how it is told. */
export interface PrivacyQuestion {
  /** The interface that waits: `button.getPhoneNumber`, `getLocation`. */
  referrer: string;
  answer: (agreed: boolean) => void;
}

/** Who waits now: none, one, or several that were asked for at once and get one answer. */
const store = createStore<{ questions: PrivacyQuestion[] }>(() => ({ questions: [] }));

export const useFirstPrivacyQuestion = (): PrivacyQuestion | undefined => useStore(store).questions[0];

export const askPrivacy = (question: PrivacyQuestion): void =>
  store.setState(({ questions }) => ({ questions: [...questions, question] }));

/** Everything that waits goes on, or not; the next act asks again. */
export function answerPrivacy(agreed: boolean): void {
  const { questions } = store.getState();
  store.setState({ questions: [] });
  for (const one of questions) one.answer(agreed);
}
