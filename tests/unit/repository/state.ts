import { type Node, nodes, type Source } from './sources.ts';

const CONTAINERS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);
const MUTATORS = new Set('set add delete clear push pop shift unshift splice sort reverse fill copyWithin'.split(' '));

interface Named {
  readonly name: string;
}
const nameOf = (node: unknown): string | undefined =>
  (node as Node | null)?.type === 'Identifier' ? (node as unknown as Named).name : undefined;

/** What of a file outlives an event: variables at top level, and containers at top level that something changes. */
export function mutableState({ body }: Source): string[] {
  const declared = body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node['declaration'] ? [node['declaration'] as Node] : [node],
  );
  const found: string[] = [];
  const containers = new Set<string>();
  for (const node of declared) {
    if (node.type === 'ClassDeclaration') found.push(...staticFields(node));
    if (node.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node['declarations'] as { id: Node; init: Node | null }[]) {
      const name = nameOf(id) ?? id.type;
      if (node['kind'] !== 'const') found.push(`${node['kind']} ${name}`);
      else if (isContainer(init)) containers.add(name);
    }
  }
  for (const node of nodes(body)) {
    const changed = changedName(node);
    if (changed !== undefined && containers.has(changed)) found.push(`changes ${changed}`);
  }
  return found;
}

const staticFields = (node: Node): string[] =>
  (node['body'] as { body: Node[] }).body
    .filter(
      (member) => member.type === 'PropertyDefinition' && member['static'] === true && member['readonly'] !== true,
    )
    .map((member) => `static ${nameOf(member['key'])}`);

function isContainer(init: Node | null): boolean {
  if (init === null) return false;
  if (init.type === 'TSAsExpression' || init.type === 'TSSatisfiesExpression')
    return isContainer(init['expression'] as Node);
  if (init.type === 'NewExpression') return CONTAINERS.has(nameOf(init['callee']) ?? '');
  return init.type === 'ArrayExpression' || init.type === 'ObjectExpression';
}

/** The name whose value a node changes in place: `x.push()`, `x.y = 1`, `x[i]++`, `delete x.y`, `Object.assign(x, …)`. */
function changedName(node: Node): string | undefined {
  if (node.type === 'CallExpression') {
    const callee = node['callee'] as Node;
    if (callee.type !== 'MemberExpression') return undefined;
    const method = nameOf(callee['property']) ?? '';
    if (MUTATORS.has(method)) return nameOf(callee['object']);
    const [first] = node['arguments'] as Node[];
    return nameOf(callee['object']) === 'Object' && /^(assign|define)/.test(method) ? nameOf(first) : undefined;
  }
  if (node.type === 'AssignmentExpression') return ownerOf(node['left'] as Node);
  if (node.type === 'UpdateExpression') return ownerOf(node['argument'] as Node);
  return node.type === 'UnaryExpression' && node['operator'] === 'delete'
    ? ownerOf(node['argument'] as Node)
    : undefined;
}

function ownerOf(node: Node): string | undefined {
  let owner = node;
  while (owner.type === 'MemberExpression') owner = owner['object'] as Node;
  return owner === node ? undefined : nameOf(owner);
}
