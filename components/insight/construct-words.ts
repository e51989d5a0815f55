export { CONSTRUCT_WORDS } from "@/lib/insight/construct-words";
