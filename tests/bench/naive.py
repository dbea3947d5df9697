"""A slideshow as it is written in half an hour: what the player must be much better than."""

import sys

import pygame

pygame.display.init()
screen = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
pygame.mouse.set_visible(False)


def show(path: str) -> None:
    photo = pygame.image.load(path).convert()
    scale = min(screen.get_width() / photo.get_width(), screen.get_height() / photo.get_height())
    size = round(photo.get_width() * scale), round(photo.get_height() * scale)
    left, top = (screen.get_width() - size[0]) // 2, (screen.get_height() - size[1]) // 2
    screen.fill("black")
    screen.blit(pygame.transform.smoothscale(photo, size), (left, top))
    pygame.display.flip()


paths, index = sys.argv[1:], 0
show(paths[index])
while True:
    event = pygame.event.wait()
    if event.type == pygame.QUIT:
        break
    if event.type == pygame.KEYDOWN and event.key == pygame.K_RIGHT:
        index = (index + 1) % len(paths)
        show(paths[index])
