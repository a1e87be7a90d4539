export class Plain extends Error {}
