import {
  createContext,
  Fragment,
  isValidElement,
  type PropsWithChildren,
  type ReactNode,
  Children,
  useRef,
} from 'react';

/** A page of the stack. */
interface PageOfStack {
  /** Whether it is the one that is seen, as it was last told. A part that is drawn later has heard of nothing. */
  onTop: boolean;
}

export const ThisPage = createContext<PageOfStack | undefined>(undefined);

function One({ children }: PropsWithChildren) {
  // A page is drawn for the first time when it is opened.
  const page = useRef<PageOfStack>({ onTop: true });
  return <ThisPage.Provider value={page.current}>{children}</ThisPage.Provider>;
}

/** Gives each page of the stack something of its own to remember. Taro hands the pages to the app as its children. */
export function Pages({ children }: PropsWithChildren) {
  return (
    <>
      {Children.map(listed(children), page => (
        <One>{page}</One>
      ))}
    </>
  );
}

/** In a browser Taro puts the pages into one fragment. */
const listed = (children: ReactNode): ReactNode =>
  isValidElement<PropsWithChildren>(children) && children.type === Fragment ? children.props.children : children;
