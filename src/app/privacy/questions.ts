import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Something that WeChat requires consent for before it goes on, and the function that tells it the answer. */
export interface PrivacyQuestion {
  /** The interface that waits: `button.getPhoneNumber`, `getLocation`. */
  referrer: string;
  answer: (agreed: boolean) => void;
}

/** The questions that wait now. Several that were asked at once get one answer. */
const store = createStore<{ questions: PrivacyQuestion[] }>(() => ({ questions: [] }));

export const useFirstPrivacyQuestion = (): PrivacyQuestion | undefined => useStore(store).questions[0];

export const askPrivacy = (question: PrivacyQuestion): void =>
  store.setState(({ questions }) => ({ questions: [...questions, question] }));

/** Answers every question that waits. The next act asks again. */
export function answerPrivacy(agreed: boolean): void {
  const { questions } = store.getState();
  store.setState({ questions: [] });
  for (const one of questions) one.answer(agreed);
}
