import babel from '@babel/core';

const { types: t } = babel;

const copy = node => t.cloneNode(node, true);

/** Writes that take their condition as an argument, with the number of that argument. */
const GUARDED = { updateWhere: 1, updateAndRead: 1, updateAll: 1, removeAll: 1, appendMarks: 2 };

/** Whether a node is in the condition of a guarded write: in that argument, or in something called `guard`. */
function inGuard(path) {
  for (let at = path; at.parentPath && !at.isStatement(); at = at.parentPath) {
    const { parent } = at;
    if (t.isCallExpression(parent) && t.isIdentifier(parent.callee)) {
      return at.listKey === 'arguments' && at.key === GUARDED[parent.callee.name];
    }
    const name = t.isVariableDeclarator(parent) ? parent.id : t.isObjectProperty(parent) ? parent.key : undefined;
    if (at.key !== 'key' && t.isIdentifier(name, { name: 'guard' })) return true;
    if (t.isFunction(parent)) return false;
  }
  return false;
}

/** Each part of it is removed on its own. */
const hasObjects = node =>
  t.isSpreadElement(node) &&
  t.isConditionalExpression(node.argument) &&
  [node.argument.consequent, node.argument.alternate].some(
    branch => t.isObjectExpression(branch) && branch.properties.length > 0,
  );

/** Removes one condition of a guarded write. */
const guardCondition = {
  name: 'GuardCondition',
  *mutate(path) {
    const { node } = path;
    if (path.isObjectExpression() && inGuard(path)) {
      for (const one of node.properties) {
        if (!hasObjects(one)) yield t.objectExpression(node.properties.filter(other => other !== one).map(copy));
      }
    } else if (path.isArrayExpression() && node.elements.length > 1 && inGuard(path)) {
      for (const one of node.elements) yield t.arrayExpression(node.elements.filter(other => other !== one).map(copy));
    } else if (path.isCallExpression() && isEither(node) && inGuard(path)) {
      yield copy(node.callee.object);
      yield copy(node.arguments[0]);
    }
  },
};

/** `_.exists(false).or(_.lt(5))` */
const isEither = ({ callee }) =>
  t.isMemberExpression(callee) && t.isCallExpression(callee.object) && t.isIdentifier(callee.property, { name: 'or' });

const NEXT = { lt: 'lte', lte: 'lt', gt: 'gte', gte: 'gt' };

/** Moves the boundary of a condition by one. */
const guardBoundary = {
  name: 'GuardBoundary',
  *mutate(path) {
    const { callee } = path.node;
    if (!path.isCallExpression() || !t.isMemberExpression(callee) || !t.isIdentifier(callee.object, { name: '_' }))
      return;
    const next = NEXT[callee.property.name];
    if (next && inGuard(path)) {
      yield t.callExpression(
        t.memberExpression(copy(callee.object), t.identifier(next)),
        path.node.arguments.map(copy),
      );
    }
  },
};

/** `a ? b : c`: the instrumenter itself changes `a` only if it is a comparison. */
const ternary = {
  name: 'Ternary',
  *mutate(path) {
    if (!path.parentPath?.isConditionalExpression() || path.key !== 'test') return;
    if (path.isBinaryExpression() || path.isLogicalExpression()) return;
    yield t.booleanLiteral(true);
    yield t.booleanLiteral(false);
  },
};

export const OWN = [guardCondition, guardBoundary, ternary];
