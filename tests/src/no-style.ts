/** Styles mean nothing to a spec. */
export default {};
