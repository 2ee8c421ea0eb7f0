import unittest

import greeter


class GreeterTest(unittest.TestCase):
    def test_it_greets_by_name(self):
        self.assertEqual("Hello, Ada!", greeter.greet("Ada"))

    def test_it_parts_by_name(self):
        self.assertEqual("Bye, Ada!", greeter.part("Ada"))

    def test_every_name_gets_a_greeting_of_its_own(self):
        self.assertNotEqual(greeter.greet("Ada"), greeter.greet("Grace"))


if __name__ == "__main__":
    unittest.main()
