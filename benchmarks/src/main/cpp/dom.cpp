// Parses one payload with simdjson to a DOM and does nothing with it: dom FILE.
#include <simdjson.h>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) {
    return 2;
  }
  simdjson::padded_string text;
  if (simdjson::padded_string::load(argv[1]).get(text)) {
    return 2;
  }
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  bool valid = !parser.parse(text).get(document);
  std::puts(valid ? "valid" : "invalid");
  return valid ? 0 : 1;
}
